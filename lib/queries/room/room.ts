import "server-only";
import { db } from "@/lib/db/client";
import { scope } from "@/lib/db/scope";
import { recordView } from "@/lib/db/view";
import type { Person } from "@/lib/domain/actor";
import { addDays } from "@/lib/domain/calendar";
import { type CatchUp, PAGE_LIMIT, type Picture } from "@/lib/domain/conversation";
import { isId } from "@/lib/domain/id";
import { intakeSummary } from "@/lib/domain/intake";
import type { RefundStatus } from "@/lib/domain/payment";
import { RATING_DAYS } from "@/lib/domain/rating-input";
import { notFound } from "@/lib/errors";
import { asCatchUp, messageSelect, stateSelect } from "./messages";

/** A consultation as its room shows it, to the patient and to the doctor alike. Times are ISO 8601, money is fen. */
export interface Room {
  readonly id: string;
  readonly number: string;
  readonly service: "consultation" | "follow_up";
  readonly channel: "text" | "voice" | "video";
  readonly feeFen: number;
  readonly symptoms: string;
  /** Null where it was not asked yet. */
  readonly intake: ReturnType<typeof intakeSummary>;
  /** What a follow-up starts from; `isUnlisted`: on neither list of the department, so that the doctor decides. */
  readonly visit: { readonly at: Date; readonly diagnosis: string; readonly isUnlisted: boolean } | null;
  /** Sent with the booking. */
  readonly symptomPictures: readonly Picture[];
  readonly turnLimit: number;
  readonly createdAt: string;
  readonly paidAt: string | null;
  readonly acceptedAt: string | null;
  readonly firstReplyAt: string | null;
  readonly closedAt: string | null;
  /** When messages, pictures and voices were destroyed, their years being over (R28). */
  readonly conversationGoneAt: Date | null;
  readonly closeReason: string | null;
  readonly closeAdvice: string | null;
  readonly followUpOn: Date | null;
  /** A colleague who would take over, if the patient agrees. */
  readonly transfer: {
    readonly id: string;
    readonly reason: string;
    readonly toDoctor: { readonly nameZh: string; readonly nameEn: string };
  } | null;
  /** The stars that the patient gave; whether he or she may still give some. */
  readonly rating: number | null;
  readonly canRate: boolean;
  /** The reader's own account. */
  readonly accountId: string;
  readonly patient: { readonly id: string; readonly name: string; readonly sex: string; readonly birthDate: string };
  readonly doctor: { readonly id: string; readonly nameZh: string; readonly nameEn: string; readonly title: string };
  readonly department: { readonly nameZh: string; readonly nameEn: string };
  readonly refund: { readonly amountFen: number; readonly status: RefundStatus; readonly expectedAt: string } | null;
  /** The last 50 messages and the state: what the browser goes on from. */
  readonly conversation: CatchUp;
}

const roomSelect = {
  ...stateSelect,
  ...{
    id: true,
    number: true,
    service: true,
    channel: true,
    feeFen: true,
    symptoms: true,
    intake: true,
    visitAt: true,
    visitDiagnosis: true,
    visitUnlisted: true,
    turnLimit: true,
  },
  ...{ createdAt: true, paidAt: true, acceptedAt: true, firstReplyAt: true, closedAt: true, conversationGoneAt: true },
  ...{ closeReason: true, closeAdvice: true, followUpOn: true, patientId: true },
  patient: { select: { id: true, name: true, sex: true, birthDate: true } },
  doctor: { select: { id: true, nameZh: true, nameEn: true, title: true } },
  department: { select: { nameZh: true, nameEn: true } },
  rating: { select: { stars: true } },
  transfers: {
    where: { status: "proposed" },
    take: 1,
    select: { id: true, reason: true, toDoctor: { select: { nameZh: true, nameEn: true } } },
  },
  messages: { orderBy: { seq: "desc" }, take: PAGE_LIMIT, select: messageSelect },
  files: {
    where: { messages: { none: {} } },
    orderBy: { id: "asc" },
    select: { id: true, width: true, height: true },
  },
  payments: {
    where: { purpose: "consultation_fee", refunds: { some: {} } },
    orderBy: { createdAt: "desc" },
    take: 1,
    select: {
      refunds: {
        orderBy: { createdAt: "desc" },
        take: 1,
        select: { amountFen: true, status: true, expectedAt: true },
      },
    },
  },
} as const;

const iso = (at: Date | null) => at?.toISOString() ?? null;

/**
 * The room of one consultation, in one statement. A doctor's look is written into the audit (a second one); the patient
 * looks at his or her own. Throws `not_found` for everybody else.
 */
export async function room(actor: Person, now: Date, consultationId: string): Promise<Room> {
  if (!isId(consultationId)) throw notFound();
  const row = await db().consultation.findFirst({
    where: { id: consultationId, ...scope.consultation(actor) },
    select: roomSelect,
  });
  if (!row) throw notFound();
  const { id, number, service, channel, feeFen, symptoms, turnLimit, closeReason, closeAdvice, followUpOn, patientId } =
    row;
  if (actor.role !== "patient")
    await recordView(actor, now, {
      action: "consultation.view",
      subjectType: "consultation",
      subjectId: id,
      patientId,
    });
  const refund = row.payments[0]?.refunds[0];
  return {
    ...{ id, number, service, channel, feeFen, symptoms, turnLimit, closeReason, closeAdvice, followUpOn },
    intake: intakeSummary(row.intake),
    visit: row.visitAt && {
      at: row.visitAt,
      diagnosis: row.visitDiagnosis ?? "",
      isUnlisted: row.visitUnlisted,
    },
    symptomPictures: row.files.map((file) => ({ id: file.id, width: file.width ?? 0, height: file.height ?? 0 })),
    createdAt: row.createdAt.toISOString(),
    ...{ paidAt: iso(row.paidAt), acceptedAt: iso(row.acceptedAt) },
    ...{ firstReplyAt: iso(row.firstReplyAt), closedAt: iso(row.closedAt), conversationGoneAt: row.conversationGoneAt },
    transfer: row.transfers[0] ?? null,
    rating: row.rating?.stars ?? null,
    canRate:
      row.rating === null &&
      row.status === "finished" &&
      row.closedAt !== null &&
      row.closedAt > addDays(now, -RATING_DAYS),
    accountId: actor.accountId,
    patient: { ...row.patient, birthDate: row.patient.birthDate.toISOString().slice(0, 10) },
    doctor: row.doctor,
    department: row.department,
    refund: refund ? { ...refund, expectedAt: refund.expectedAt.toISOString() } : null,
    conversation: asCatchUp(actor, row.messages, row),
  };
}
