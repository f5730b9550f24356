import "server-only";
import { newId } from "@/lib/db/id";
import { requireLook } from "@/lib/db/report-access";
import type { Work } from "@/lib/db/transact";
import { asPerson } from "@/lib/domain/actor";
import { addDays, dateColumn } from "@/lib/domain/calendar";
import { authorize } from "@/lib/domain/policy";
import { FILE_DAYS, MOST_FILES } from "@/lib/domain/report";
import type { AskReportFile } from "@/lib/domain/report-input";
import { Refusal } from "@/lib/errors";

/** Asks for a report as a file: the worker makes it and tells. Throws `files_under_way` while several of the person's are under way. */
export async function askReportFile(
  work: Work,
  { firstDay, lastDay, key, ...asked }: AskReportFile,
): Promise<{ id: string }> {
  authorize(work.actor, "report.ask_file");
  const { accountId, locale } = asPerson(work.actor);
  await requireLook(work.tx, accountId, asked.report, work.now);
  const underWay = await work.tx.reportFile.count({ where: { accountId, status: { in: ["waiting", "running"] } } });
  if (underWay >= MOST_FILES) throw new Refusal("files_under_way");
  const id = newId();
  await work.tx.reportFile.create({
    data: {
      ...{ id, accountId, locale, ...asked, key: key ?? null, since: dateColumn(firstDay), until: dateColumn(lastDay) },
      ...{ createdAt: work.now, goneAt: addDays(work.now, FILE_DAYS) },
    },
    select: { id: true },
  });
  const { report, what, format } = asked;
  work.audit({
    action: "report.ask_file",
    subjectType: "report_file",
    subjectId: id,
    detail: { report, what, format, firstDay, lastDay },
  });
  return { id };
}
