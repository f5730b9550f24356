/** What falls due later: kept in the account's state, so that it falls due after a restart as well. */

import { randomUUID } from "node:crypto";
import type { Table } from "./journal";

/** What is to be done with which event, session or refund; `at` in milliseconds. */
export type Job =
  | { task: "deliver"; subject: string; at: number; retry: number }
  | { task: "deliverAgain"; subject: string; at: number }
  | { task: "expireSession"; subject: string; at: number }
  | { task: "settlePayment" | "settleRefund"; subject: string; at: number; succeeds: boolean };
export type PlannedJob = Readonly<Job & { id: string }>;

export type Agenda = { plan(job: Job): void; start(): void; close(): void };

const longestTimerMs = 2 ** 31 - 1;

/**
 * From `start` to `close`, runs each of `jobs` once its time has come, overdue ones at once and the earliest first.
 * `run` gets all that are due together, never within `plan`, and takes them off `jobs`.
 */
export function makeAgenda(jobs: Table<PlannedJob>, run: (due: PlannedJob[]) => void): Agenda {
  let timer: NodeJS.Timeout | undefined;
  let ringsAt = Number.POSITIVE_INFINITY;
  let isRunning = false;

  function arm(at: number): void {
    if (!isRunning || at >= ringsAt) return;
    clearTimeout(timer);
    ringsAt = at;
    timer = setTimeout(ring, Math.min(Math.max(at - Date.now(), 0), longestTimerMs));
  }

  function ring(): void {
    ringsAt = Number.POSITIVE_INFINITY;
    const now = Date.now();
    const due = jobs.all().filter(({ at }) => at <= now);
    if (due.length > 0) run(due.sort((one, other) => one.at - other.at));
    armForNext();
  }

  const armForNext = () => arm(jobs.all().reduce((next, { at }) => Math.min(next, at), Number.POSITIVE_INFINITY));

  return {
    plan(job) {
      jobs.add({ ...job, id: randomUUID() });
      arm(job.at);
    },
    start() {
      isRunning = true;
      armForNext();
    },
    close() {
      isRunning = false;
      clearTimeout(timer);
    },
  };
}
