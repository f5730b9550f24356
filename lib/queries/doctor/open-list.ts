import "server-only";
import type { Prisma } from "@/lib/db/client";
import type { ConsultationStatus } from "@/lib/domain/consultation";

/** The columns of a consultation in a doctor's lists; the doctor's own read mark says what is unread. */
export const openRowSelect = (doctorId: string) =>
  ({
    ...{ id: true, number: true, status: true, service: true, channel: true, symptoms: true, firstReplyAt: true },
    ...{ paidAt: true, dueAt: true, closedAt: true, lastSeq: true, lastMessageAt: true },
    patient: { select: { name: true, sex: true, birthDate: true } },
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
}

const FIRST_LINE = 60;

function firstLine(text: string): string {
  const line = text.trim().split("\n", 1)[0] ?? "";
  const letters = [...line];
  return letters.length > FIRST_LINE ? `${letters.slice(0, FIRST_LINE).join("")}…` : line;
}

export const asOpenRow = ({ reads, lastSeq, lastMessageAt, firstReplyAt, symptoms, ...row }: Row): OpenRow => ({
  ...row,
  symptoms: firstLine(symptoms),
  hasFirstReply: firstReplyAt !== null,
  unread: row.status === "in_progress" ? Math.max(0, lastSeq - (reads[0]?.seq ?? 0)) : 0,
});

/** What waits comes first by its deadline, then what is under way: what is unread before the rest. */
export const byUrgency = (a: OpenRow, b: OpenRow): number =>
  Number(b.status === "waiting") - Number(a.status === "waiting") ||
  (a.status === "waiting" ? 0 : Number(b.unread > 0) - Number(a.unread > 0)) ||
  (a.dueAt?.getTime() ?? 0) - (b.dueAt?.getTime() ?? 0);
