import "server-only";
import { newId } from "@/lib/db/id";
import { requireLook } from "@/lib/db/report-access";
import type { Work } from "@/lib/db/transact";
import { asPerson } from "@/lib/domain/actor";
import { authorize } from "@/lib/domain/policy";
import { guardedReport, MOST_SAVED } from "@/lib/domain/report";
import type { SaveReport } from "@/lib/domain/report-input";
import { nextMorning } from "@/lib/domain/report-schedule";
import { Refusal } from "@/lib/errors";

/**
 * Keeps a report under a name. Throws `name_taken`, `too_many_saved`; R30: `prescriber_reason_needed` where the statistics by prescriber are to
 * come by themselves, since each look has a reason of its own.
 */
export async function saveReport(work: Work, { every, ...saved }: SaveReport): Promise<{ id: string }> {
  authorize(work.actor, "report.save");
  const { accountId } = asPerson(work.actor);
  await requireLook(work.tx, accountId, saved.report, work.now);
  if (saved.report === guardedReport && every !== "never")
    throw new Refusal("prescriber_reason_needed", { rule: "R30" });
  const mine = await work.tx.savedReport.findMany({ where: { accountId }, select: { name: true } });
  if (mine.length >= MOST_SAVED) throw new Refusal("too_many_saved");
  if (mine.some(({ name }) => name === saved.name)) throw new Refusal("name_taken", { fields: { name: "name_taken" } });
  const id = newId();
  const repeated = every === "never" ? {} : { every, nextAt: nextMorning(every, work.now) };
  await work.tx.savedReport.create({
    data: { id, accountId, ...saved, ...repeated, createdAt: work.now },
    select: { id: true },
  });
  work.audit({
    action: "report.save",
    subjectType: "saved_report",
    subjectId: id,
    detail: { report: saved.report, every },
  });
  return { id };
}
