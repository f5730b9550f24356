import "server-only";
import { db } from "@/lib/db/client";
import type { Person } from "@/lib/domain/actor";
import { notFound } from "@/lib/errors";

const MOST = 50;

/** A person's own files, the newest first, and kept reports by name. */
export async function reportFiles({ accountId }: Person) {
  const [files, saved] = await Promise.all([
    db().reportFile.findMany({
      where: { accountId },
      orderBy: { createdAt: "desc" },
      take: MOST,
      select: {
        ...{
          id: true,
          report: true,
          breakdown: true,
          what: true,
          format: true,
          since: true,
          until: true,
          status: true,
        },
        ...{ rowsDone: true, rowsTotal: true, bytes: true, createdAt: true, goneAt: true },
      },
    }),
    db().savedReport.findMany({ where: { accountId }, orderBy: { name: "asc" } }),
  ]);
  return { files, saved };
}

/** A file of the person's own that is ready. Throws `not_found`. */
export async function reportFile({ accountId }: Person, id: string) {
  const file = await db().reportFile.findFirst({
    where: { id, accountId, status: "ready" },
    select: { storageKey: true, format: true, report: true, since: true, until: true, bytes: true },
  });
  if (!file?.storageKey) throw notFound();
  return { ...file, storageKey: file.storageKey };
}
