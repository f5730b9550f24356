import "server-only";
import type { Actor } from "@/lib/domain/actor";
import type { RealtimeEvent } from "@/lib/domain/realtime";
import { conflict } from "@/lib/errors";
import { db, type Tx } from "./client";
import { type AuditEntry, emptyTrace, type NoticeEntry, writeTrace } from "./trace";
import { isUniqueViolation } from "./unique-violation";

/** Who acts, when, and what hears of the outbox rows once they are committed. */
export interface Run {
  readonly actor: Actor;
  readonly now: Date;
  readonly committed?: (outboxIds: bigint[]) => void;
}

/** What a command works with: the transaction, and the traces that it leaves in it. */
export interface Work {
  readonly actor: Actor;
  readonly now: Date;
  readonly tx: Tx;
  audit(entry: AuditEntry): void;
  emit(event: RealtimeEvent): void;
  notify(notice: NoticeEntry): void;
  sendBack(refundId: string): void;
  /** A stored file whose row goes away: its bytes follow once that is committed. */
  erase(storageKey: string): void;
}

/** Every write: one verb, one transaction. */
export type Command<Input, Result> = (work: Work, input: Input) => Promise<Result>;

/**
 * Runs a command in one transaction; its audit, notices and outbox rows are written with it or not at all.
 * A command that leaves no audit row is a fault. A lost race on a unique index is the refusal `conflict`.
 */
export async function transact<Input, Result>(
  run: Run,
  command: Command<Input, Result>,
  input: Input,
): Promise<Result> {
  const trace = emptyTrace();
  let outboxIds: bigint[] = [];
  try {
    const result = await db().$transaction(async (tx) => {
      const done = await command(
        {
          actor: run.actor,
          now: run.now,
          tx,
          audit: (entry) => trace.audit.push(entry),
          emit: (event) => trace.realtime.push(event),
          notify: (notice) => trace.notices.push(notice),
          sendBack: (refundId) => trace.refunds.push(refundId),
          erase: (storageKey) => trace.erasures.push(storageKey),
        },
        input,
      );
      if (trace.audit.length === 0) throw new Error(`${command.name} left no audit row`);
      outboxIds = await writeTrace(tx, run.actor, run.now, trace);
      return done;
    });
    if (outboxIds.length > 0) run.committed?.(outboxIds);
    return result;
  } catch (error) {
    if (isUniqueViolation(error)) throw conflict();
    throw error;
  }
}
