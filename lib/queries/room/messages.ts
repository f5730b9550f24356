import "server-only";
import { db, type Prisma } from "@/lib/db/client";
import { scope } from "@/lib/db/scope";
import type { Run } from "@/lib/db/transact";
import { asPerson, type Person } from "@/lib/domain/actor";
import { asAttachment, CATCH_UP_LIMIT, type CatchUp, type Message, PAGE_LIMIT } from "@/lib/domain/conversation";
import type { ListMessages } from "@/lib/domain/message-input";
import { notFound } from "@/lib/errors";

/** The columns of a message that its readers get. */
export const messageSelect = {
  seq: true,
  kind: true,
  senderId: true,
  clientId: true,
  body: true,
  createdAt: true,
  prescriptionId: true,
  refSeq: true,
  recalledAt: true,
  file: { select: { id: true, width: true, height: true, seconds: true } },
} as const satisfies Prisma.MessageSelect;

/** The columns of a consultation that change beside its messages. */
export const stateSelect = {
  status: true,
  version: true,
  lastSeq: true,
  dueAt: true,
  turnsUsed: true,
  calls: {
    where: { status: { not: "ended" } },
    orderBy: { startedAt: "desc" },
    take: 1,
    select: { id: true, kind: true, startedById: true },
  },
  reads: { select: { accountId: true, seq: true } },
  prescriptions: {
    where: { status: { not: "draft" } },
    orderBy: { id: "asc" },
    select: { id: true, number: true, status: true, version: true },
  },
} as const satisfies Prisma.ConsultationSelect;

type MessageRow = Prisma.MessageGetPayload<{ select: typeof messageSelect }>;
type StateRow = Prisma.ConsultationGetPayload<{ select: typeof stateSelect }>;

function asMessage(reader: Person, { createdAt, file, clientId, recalledAt, ...row }: MessageRow): Message {
  const isRecalled = recalledAt !== null;
  return {
    ...row,
    body: isRecalled ? "" : row.body,
    clientId: row.senderId === reader.accountId ? clientId : null,
    at: createdAt.toISOString(),
    ...asAttachment(isRecalled ? null : file),
    isRecalled,
  };
}

/** One moment of a conversation, out of rows that one statement read; the messages arrive in either order. */
export function asCatchUp(reader: Person, messages: MessageRow[], state: StateRow): CatchUp {
  const { status, version, lastSeq, dueAt, turnsUsed, reads, prescriptions, calls } = state;
  return {
    messages: messages.map((row) => asMessage(reader, row)).sort((a, b) => a.seq - b.seq),
    state: {
      ...{ status, version, lastSeq, turnsUsed, prescriptions },
      dueAt: dueAt?.toISOString() ?? null,
      call: calls[0] ?? null,
      reads: Object.fromEntries(reads.map(({ accountId, seq }) => [accountId, seq])),
    },
  };
}

/** What a client missed (after a number, at most 200) or has not seen yet (before one, at most 50), and the state: one statement. */
export async function listMessages({ actor }: Run, input: ListMessages): Promise<CatchUp> {
  const reader = asPerson(actor);
  const which =
    "after" in input
      ? ({ where: { seq: { gt: input.after } }, orderBy: { seq: "asc" }, take: CATCH_UP_LIMIT } as const)
      : ({ where: { seq: { lt: input.before } }, orderBy: { seq: "desc" }, take: PAGE_LIMIT } as const);
  const row = await db().consultation.findFirst({
    where: { id: input.id, ...scope.consultation(reader) },
    select: { ...stateSelect, messages: { ...which, select: messageSelect } },
  });
  if (!row) throw notFound();
  return asCatchUp(reader, row.messages, row);
}
