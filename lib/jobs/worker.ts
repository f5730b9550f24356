import "server-only";
import { PgBoss } from "pg-boss";
import { closePool } from "@/lib/db/pool";
import { sealAudit } from "@/lib/db/sql/audit-chain";
import { refreshReports } from "@/lib/db/sql/report-rollup";
import { env } from "@/lib/env";
import { makeReportFile } from "@/lib/flows/report/make-file";
import { log } from "@/lib/log";
import { anchorAuditDaily } from "./anchor";
import { compareBooksByDay } from "./books";
import { checkAudit } from "./check-audit";
import { refreshFigures } from "./figures";
import { startLoop } from "./loop";
import { startOutboxLoop } from "./outbox-loop";
import { reconcile } from "./reconcile";
import { sweepDeadlines } from "./sweep";

/** What happens by the clock: cron line and work. `now` is the moment it runs; deadlines are columns. */
const schedule = {
  "sweep-deadlines": { cron: "* * * * *", work: sweepDeadlines },
  "refresh-figures": { cron: "*/5 * * * *", work: refreshFigures },
  reconcile: { cron: "*/10 * * * *", work: reconcile },
  "check-audit": { cron: "20 19 * * *", work: checkAudit },
  "anchor-audit": { cron: "10 * * * *", work: anchorAuditDaily },
  "compare-books": { cron: "30 * * * *", work: compareBooksByDay },
} as const;

/** So many days of reports at once mean that there is a backlog. */
const MANY_DAYS = 100;

async function main(): Promise<void> {
  const boss = new PgBoss({ connectionString: env().DATABASE_URL, migrate: false, createSchema: false, max: 4 });
  boss.on("error", (error) => log().error({ err: error }, "job queue"));
  await boss.start();
  for (const [name, { cron, work }] of Object.entries(schedule)) {
    await boss.createQueue(name, { policy: "singleton" });
    await boss.schedule(name, cron);
    await boss.work(name, async () => {
      const count = await work(new Date());
      if (count > 0) log().info({ job: name, count }, "done");
    });
  }
  const loops = [
    startOutboxLoop(),
    startLoop("seal-audit", 2_000, async () => {
      await sealAudit();
      return false;
    }),
    startLoop("refresh-reports", 3_000, async () => (await refreshReports()) > MANY_DAYS),
    startLoop("make-report-files", 2_000, () => makeReportFile(new Date())),
  ];
  await sweepDeadlines(new Date());
  log().info("worker ready");

  const stop = async (signal: string) => {
    log().info({ signal }, "worker stops");
    await Promise.all(loops.map((loop) => loop.stop()));
    await boss.stop({ graceful: true, timeout: 10_000 });
    await closePool();
  };
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => void stop(signal));
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : "the worker could not start"}\n`);
  process.exit(1);
});
