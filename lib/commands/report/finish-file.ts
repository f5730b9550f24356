import "server-only";
import type { Work } from "@/lib/db/transact";
import { authorize } from "@/lib/domain/policy";
import { conflict } from "@/lib/errors";

type Finished = { readonly id: string } & (
  | { readonly storageKey: string; readonly bytes: number; readonly rows: number }
  | { readonly storageKey: null }
);

/** A file is there, or could not be made: whoever asked is told. Throws `conflict` where another worker was faster. */
export async function finishReportFile(work: Work, done: Finished): Promise<void> {
  authorize(work.actor, "report.make_file");
  const file = await work.tx.reportFile.findFirst({ where: { id: done.id, status: "running" } });
  if (!file) throw conflict();
  const { count } = await work.tx.reportFile.updateMany({
    where: { id: done.id, status: "running" },
    data: {
      ...{ finishedAt: work.now, heldUntil: null },
      ...(done.storageKey === null
        ? { status: "failed" }
        : {
            status: "ready",
            storageKey: done.storageKey,
            bytes: done.bytes,
            rowsDone: done.rows,
            rowsTotal: done.rows,
          }),
    },
  });
  if (count === 0) throw conflict();
  work.notify({
    ...{ accountId: file.accountId, kind: done.storageKey === null ? "report_failed" : "report_ready" },
    ...{ params: { report: file.report }, path: "/admin/reports/files" },
  });
  work.audit({ action: "report.finish_file", subjectType: "report_file", subjectId: done.id });
}
