import "server-only";
import { db } from "@/lib/db/client";
import type { Breakdown } from "@/lib/domain/report";

export interface Named {
  readonly nameZh: string;
  readonly nameEn: string;
}

const both = { nameZh: true, nameEn: true } as const;

/** The names of what stands in the database, by key; nothing for a breakdown whose keys are words of ours. One statement at most. */
async function rowsOf(breakdown: Breakdown): Promise<readonly (Named & { readonly key: string })[]> {
  if (breakdown === "department")
    return (await db().department.findMany({ select: { id: true, ...both } })).map(({ id, ...named }) => ({
      key: id,
      ...named,
    }));
  if (breakdown === "doctor")
    return (await db().doctor.findMany({ select: { id: true, ...both } })).map(({ id, ...named }) => ({
      key: id,
      ...named,
    }));
  if (breakdown === "medicine")
    return (await db().medicine.findMany({ select: { id: true, ...both } })).map(({ id, ...named }) => ({
      key: id,
      ...named,
    }));
  if (breakdown === "reviewer")
    return (await db().staff.findMany({ select: { accountId: true, ...both } })).map(({ accountId, ...named }) => ({
      key: accountId,
      ...named,
    }));
  if (breakdown === "carrier")
    return (await db().carrier.findMany({ select: { code: true, ...both } })).map(({ code, ...named }) => ({
      key: code,
      ...named,
    }));
  if (breakdown === "province")
    return (await db().province.findMany({ select: { code: true, ...both } })).map(({ code, ...named }) => ({
      key: code,
      ...named,
    }));
  return [];
}

/** Names by key. */
export const reportNames = async (breakdown: Breakdown): Promise<ReadonlyMap<string, Named>> =>
  new Map((await rowsOf(breakdown)).map(({ key, ...named }) => [key, named]));
