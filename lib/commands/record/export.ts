import "server-only";
import type { Work } from "@/lib/db/transact";
import { asPerson } from "@/lib/domain/actor";
import { addMinutes } from "@/lib/domain/calendar";
import { authorize } from "@/lib/domain/policy";
import { type ExportRecord, MOST_COPIES } from "@/lib/domain/record-copy";
import { notFound, Refusal } from "@/lib/errors";

const WINDOW_MINUTES = 60;

/**
 * Writes down that a person's copy is made, and tells the account: the files hold the whole ID number. Refusal: `too_many_copies`
 * after three an hour of one kind.
 */
export async function recordExport(work: Work, { patientId, format }: ExportRecord): Promise<void> {
  authorize(work.actor, "record.export");
  const { accountId } = asPerson(work.actor);
  // The link's lock lets one request after the other count.
  const links = await work.tx.$queryRaw<{ id: string }[]>`
    SELECT "id" FROM "PatientLink"
    WHERE "accountId" = ${accountId}::uuid AND "patientId" = ${patientId}::uuid AND "endedAt" IS NULL FOR UPDATE`;
  if (links.length === 0) throw notFound();
  const made = await work.tx.auditEvent.count({
    where: {
      ...{ patientId, actorId: accountId, action: "record.export", isAllowed: true },
      at: { gt: addMinutes(work.now, -WINDOW_MINUTES) },
      detail: { path: ["format"], equals: format },
    },
  });
  if (made >= MOST_COPIES) throw new Refusal("too_many_copies", { params: { most: MOST_COPIES } });
  work.audit({
    ...{ action: "record.export", subjectType: "patient", subjectId: patientId, patientId, detail: { format } },
  });
  work.notify({
    accountId,
    kind: "record_exported",
    params: {},
    path: `/patient/me/privacy/${patientId}/access?who=all`,
  });
}
