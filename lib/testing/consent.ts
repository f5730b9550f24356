import "server-only";
import { db } from "@/lib/db/client";
import { consentMac } from "@/lib/db/consents";
import { newId } from "@/lib/db/id";
import { addDays } from "@/lib/domain/calendar";
import type { ConsentKind } from "@/lib/domain/consent";
import { NOON } from "./noon";

let dated: Promise<unknown> | undefined;

/** The texts of the seed, in force at the fixtures' noon whenever the seed was sown. */
export async function textsInForce() {
  // Once a database: many at once would wait for each other in a circle.
  dated ??= db()
    .consentText.updateMany({
      where: { version: 1, publishedAt: null },
      data: { effectiveFrom: addDays(NOON, -30) },
    })
    .then();
  await dated;
  return db().consentText.findMany({
    where: { supersededAt: null },
    select: { id: true, kind: true, version: true, sha256: true },
  });
}

const separate: readonly ConsentKind[] = ["health_data", "guardian", "third_party_delivery"];

/** An account has agreed to everything (or to these) for a person, as a guardian where that is said. */
export async function agreed(
  accountId: string,
  patientId: string,
  { kinds = separate, isByGuardian = false }: { kinds?: readonly ConsentKind[]; isByGuardian?: boolean } = {},
): Promise<void> {
  const texts = await textsInForce();
  const data = texts
    .filter(({ kind }) => kinds.some((wanted) => wanted === kind))
    .map(({ id: consentTextId, version, sha256 }) => {
      const consent = {
        ...{ id: newId(), consentTextId, sha256, accountId, patientId, locale: "zh-CN", isByGuardian },
        agreedAt: addDays(NOON, -1),
      };
      return { ...consent, mac: consentMac({ ...consent, version }) };
    });
  await db().consent.createMany({ data });
}
