import "server-only";
import { newId } from "@/lib/db/id";
import type { Work } from "@/lib/db/transact";
import { addDays, dateColumn } from "@/lib/domain/calendar";
import { authorize } from "@/lib/domain/policy";
import { FILE_DAYS } from "@/lib/domain/report";
import { type MovingPeriod, periodOn } from "@/lib/domain/report-period";
import { nextMorning, type Repetition } from "@/lib/domain/report-schedule";
import { conflict } from "@/lib/errors";

/** The morning of a repeated report has come: its file is asked for, and the next one set. */
export async function repeatReport(work: Work, { id }: { id: string }): Promise<void> {
  authorize(work.actor, "report.sweep");
  const saved = await work.tx.savedReport.findFirst({
    where: { id, nextAt: { lte: work.now }, account: { status: "active", role: { in: ["admin", "auditor"] } } },
    include: { account: { select: { locale: true } } },
  });
  if (!saved?.nextAt) throw conflict();
  const { count } = await work.tx.savedReport.updateMany({
    where: { id, nextAt: saved.nextAt },
    data: { nextAt: nextMorning(saved.every as Repetition, work.now) },
  });
  if (count === 0) throw conflict();
  const { from, to } = periodOn(saved.period as MovingPeriod, work.now);
  const { accountId, report, breakdown, format } = saved;
  const fileId = newId();
  await work.tx.reportFile.create({
    data: {
      ...{
        id: fileId,
        accountId,
        savedReportId: id,
        report,
        breakdown,
        format,
        what: "table",
        locale: saved.account.locale,
      },
      ...{ since: dateColumn(from), until: dateColumn(to), createdAt: work.now, goneAt: addDays(work.now, FILE_DAYS) },
    },
    select: { id: true },
  });
  work.audit({ action: "report.repeat", subjectType: "saved_report", subjectId: id, detail: { fileId } });
}

/** A file's days are over: row and bytes go. */
export async function forgetReportFile(work: Work, { id }: { id: string }): Promise<void> {
  authorize(work.actor, "report.sweep");
  const gone = await work.tx.reportFile.findFirst({
    where: { id, goneAt: { lte: work.now } },
    select: { storageKey: true },
  });
  if (!gone) throw conflict();
  await work.tx.reportFile.deleteMany({ where: { id, goneAt: { lte: work.now } } });
  if (gone.storageKey) work.erase(gone.storageKey);
  work.audit({ action: "report.forget_file", subjectType: "report_file", subjectId: id });
}
