import "server-only";
import { db } from "@/lib/db/client";
import { scope } from "@/lib/db/scope";
import type { Person } from "@/lib/domain/actor";
import { addDays, dateColumn, shanghaiDay } from "@/lib/domain/calendar";
import { asOpenRow, byUrgency, type OpenRow, openRowSelect } from "./open-list";

/** A prescription that the pharmacist sent back: the doctor corrects it or stands by it. */
export interface ReturnedPrescription {
  readonly id: string;
  readonly number: string;
  readonly patientName: string;
  readonly returnedAt: Date | null;
  readonly reasonCode: string | null;
  readonly validUntil: Date | null;
}

export interface DoctorQueue {
  readonly waiting: readonly OpenRow[];
  readonly inProgress: readonly OpenRow[];
  readonly returned: readonly ReturnedPrescription[];
  /** Ended within the last two days, the newest first. */
  readonly closed: readonly OpenRow[];
  /** Who sits at the desk, and whether that was confirmed today (R5). */
  readonly doctor: {
    readonly nameZh: string;
    readonly nameEn: string;
    readonly certificateNo: string;
    readonly isConfirmed: boolean;
  };
}

const CLOSED_DAYS = 2;
const MOST = 100;
const MOST_CLOSED = 10;

/** What waits for this doctor now, in three statements. */
export async function doctorQueue(actor: Person, now: Date): Promise<DoctorQueue> {
  const [rows, returned, doctor] = await Promise.all([
    db().consultation.findMany({
      where: {
        AND: [
          scope.consultation(actor),
          { OR: [{ status: { in: ["waiting", "in_progress"] } }, { closedAt: { gt: addDays(now, -CLOSED_DAYS) } }] },
        ],
      },
      orderBy: { dueAt: { sort: "asc", nulls: "last" } },
      take: MOST,
      select: openRowSelect(actor.accountId),
    }),
    db().prescription.findMany({
      where: { AND: [scope.prescription(actor), { status: "returned" }] },
      orderBy: { validUntil: "asc" },
      take: MOST,
      select: {
        ...{ id: true, number: true, validUntil: true },
        patient: { select: { name: true } },
        reviews: { orderBy: { at: "desc" }, take: 1, select: { at: true, reasonCode: true } },
      },
    }),
    db().doctor.findUniqueOrThrow({
      where: { id: actor.accountId },
      select: {
        ...{ nameZh: true, nameEn: true, certificateNo: true },
        account: { select: { confirmations: { where: { day: dateColumn(shanghaiDay(now)) }, select: { day: true } } } },
      },
    }),
  ]);
  const open = rows.map(asOpenRow);
  const byClosing = (a: OpenRow, b: OpenRow) => (b.closedAt?.getTime() ?? 0) - (a.closedAt?.getTime() ?? 0);
  const { account, ...who } = doctor;
  return {
    doctor: { ...who, isConfirmed: account.confirmations.length > 0 },
    waiting: open.filter(({ status }) => status === "waiting").sort(byUrgency),
    inProgress: open.filter(({ status }) => status === "in_progress").sort(byUrgency),
    closed: open
      .filter(({ closedAt }) => closedAt !== null)
      .sort(byClosing)
      .slice(0, MOST_CLOSED),
    returned: returned.map(({ patient, reviews, ...row }) => ({
      ...row,
      patientName: patient.name,
      returnedAt: reviews[0]?.at ?? null,
      reasonCode: reviews[0]?.reasonCode ?? null,
    })),
  };
}
