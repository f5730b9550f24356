import "server-only";
import type { Prisma } from "@/lib/db/client";
import type { ConsultationStatus } from "@/lib/domain/consultation";

/** The columns of a consultation in a doctor's lists; the doctor's own read mark says what is unread. */
export const openRowSelect = (doctorId: string) =>
  ({
    ...{ id: true, number: true, status: true, service: true, channel: true, symptoms: true, firstReplyAt: true },
    ...{ paidAt: true, dueAt: true, closedAt: true, lastSeq: true, lastMessageAt: true },
    patient: { select: { name: true, sex: true, birthDate: true } },
    messages: {
      where: { senderId: { not: null }, kind: { not: "recall" }, recalledAt: null },
      orderBy: { seq: "desc" },
      take: 1,
      select: { senderRole: true, createdAt: true },
    },
    reads: { where: { accountId: doctorId }, select: { seq: true } },
  }) as const satisfies Prisma.ConsultationSelect;

type Row = Prisma.ConsultationGetPayload<{ select: ReturnType<typeof openRowSelect> }>;

/** One consultation as a doctor's list shows it. */
export interface OpenRow {
  readonly id: string;
  readonly number: string;
  readonly status: ConsultationStatus;
  readonly service: "consultation" | "follow_up";
  readonly channel: "text" | "voice" | "video";
  readonly patient: { readonly name: string; readonly sex: string; readonly birthDate: Date };
  /** The first line of the symptoms. */
  readonly symptoms: string;
  readonly paidAt: Date | null;
  readonly dueAt: Date | null;
  readonly closedAt: Date | null;
  readonly hasFirstReply: boolean;
  readonly unread: number;
  /** Since when the patient's last words wait for an answer; null where the doctor spoke last. Read is not answered. */
  readonly unansweredSince: Date | null;
}

const FIRST_LINE = 60;

function firstLine(text: string): string {
  const line = text.trim().split("\n", 1)[0] ?? "";
  const letters = [...line];
  return letters.length > FIRST_LINE ? `${letters.slice(0, FIRST_LINE).join("")}…` : line;
}

export const asOpenRow = ({
  reads,
  messages: [last],
  lastSeq,
  lastMessageAt,
  firstReplyAt,
  symptoms,
  ...row
}: Row): OpenRow => ({
  ...row,
  unansweredSince: row.status === "in_progress" && last?.senderRole === "patient" ? last.createdAt : null,
  symptoms: firstLine(symptoms),
  hasFirstReply: firstReplyAt !== null,
  unread: row.status === "in_progress" ? Math.max(0, lastSeq - (reads[0]?.seq ?? 0)) : 0,
});

/** What waits comes first by its deadline, then what is under way: what is unread, then what is unanswered, before the rest. */
export const byUrgency = (a: OpenRow, b: OpenRow): number =>
  Number(b.status === "waiting") - Number(a.status === "waiting") ||
  (a.status === "waiting"
    ? 0
    : Number(b.unread > 0) - Number(a.unread > 0) ||
      Number(b.unansweredSince !== null) - Number(a.unansweredSince !== null)) ||
  (a.dueAt?.getTime() ?? 0) - (b.dueAt?.getTime() ?? 0);
