import "server-only";
import type { CallEnd } from "@/lib/domain/call";
import { appendMessage } from "./append-message";
import type { Work } from "./transact";

export interface LiveCall {
  readonly id: string;
  readonly consultationId: string;
  readonly status: "ringing" | "active" | "ended";
  readonly answeredAt: Date | null;
}

/** Ends a call that stands as it was read: what the browsers told each other goes away, and the chat says how it went. False where somebody was faster. */
export async function endLiveCall(work: Work, call: LiveCall, reason: CallEnd): Promise<boolean> {
  const { id, consultationId, status, answeredAt } = call;
  const { count } = await work.tx.call.updateMany({
    where: { id, status },
    data: { status: "ended", endedAt: work.now, endReason: reason },
  });
  if (count === 0) return false;
  await work.tx.callSignal.deleteMany({ where: { callId: id } });
  const seconds = answeredAt ? Math.max(0, Math.round((work.now.getTime() - answeredAt.getTime()) / 1000)) : 0;
  const length = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
  await appendMessage(work, { consultationId, kind: "system", body: `call_${reason}`, params: { length } });
  return true;
}
