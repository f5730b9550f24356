import "server-only";
import { claimOutbox, deferOutbox, failOutbox, finishOutbox, type OutboxRow } from "@/lib/db/outbox";
import type { RealtimeEvent } from "@/lib/domain/realtime";
import { sendRealtime } from "@/lib/gateways/realtime";
import { log } from "@/lib/log";
import { eraseFile } from "../file/erase";
import { sendNotice } from "../notice/send";
import { carryOutRefund } from "../payment/carry-out-refund";

/** Carries one row out; a moment: it waits until then. */
async function deliverOne(row: OutboxRow, now: Date): Promise<Date | null> {
  if (row.topic === "wechat") return sendNotice(String(row.payload.noticeId), now);
  if (row.topic === "refund") await carryOutRefund(String(row.payload.refundId), now);
  else if (row.topic === "erasure") await eraseFile(String(row.payload.storageKey));
  else throw new Error(`outbox topic ${row.topic} is unknown`);
  return null;
}

/**
 * Carries out outbox rows: those named (by the process that just wrote them: realtime only, at once), or whatever is
 * due (the worker's sweep). A row is held by a lease of 30 s, so it is delivered at least once. Returns how many were taken.
 */
export async function deliverOutbox(now: Date, ids?: bigint[]): Promise<number> {
  const rows = await claimOutbox(now, ids);
  const realtime = rows.filter((row) => row.topic === "realtime");
  try {
    if (realtime.length > 0) await sendRealtime(realtime.map((row) => row.payload as unknown as RealtimeEvent));
    await finishOutbox(
      realtime.map((row) => row.id),
      now,
    );
  } catch (error) {
    log().warn({ err: error, rows: realtime.length }, "realtime delivery failed");
    await failOutbox(realtime, now, error);
  }
  for (const row of rows) {
    if (row.topic === "realtime") continue;
    try {
      const until = await deliverOne(row, now);
      if (until) await deferOutbox(row, until);
      else await finishOutbox([row.id], now);
    } catch (error) {
      log().warn({ err: error, topic: row.topic, attempts: row.attempts }, "outbox delivery failed");
      await failOutbox([row], now, error);
    }
  }
  return rows.length;
}
