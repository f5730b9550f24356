import "server-only";
import type { Work } from "@/lib/db/transact";
import { asPerson } from "@/lib/domain/actor";
import { authorize } from "@/lib/domain/policy";
import type { RemoveReport } from "@/lib/domain/report-input";
import { notFound } from "@/lib/errors";

/** A kept report is forgotten; files that were made stay for their days. */
export async function removeReport(work: Work, { id }: RemoveReport): Promise<void> {
  authorize(work.actor, "report.save");
  const { count } = await work.tx.savedReport.deleteMany({ where: { id, accountId: asPerson(work.actor).accountId } });
  if (count === 0) throw notFound();
  work.audit({ action: "report.remove", subjectType: "saved_report", subjectId: id });
}
