import "server-only";
import { db } from "@/lib/db/client";
import type { PrescriptionStatus } from "@/lib/db/generated/client";
import { scope } from "@/lib/db/scope";
import type { Person } from "@/lib/domain/actor";
import { isId } from "@/lib/domain/id";
import { type RecordPanel, type RecordTab, recordPanel } from "@/lib/domain/record-panel";
import { notFound } from "@/lib/errors";
import { asOpenRow, byUrgency, type OpenRow, openRowSelect } from "./open-list";
import { recordSince } from "./record-since";

export interface EarlierPrescription {
  readonly id: string;
  readonly number: string;
  readonly status: PrescriptionStatus;
  readonly createdAt: Date;
  /** One's own can be opened. */
  readonly isOwn: boolean;
  readonly medicines: readonly { readonly nameZh: string; readonly nameEn: string }[];
}

/** A consultation of the same patient that has ended, with what its doctor left behind. */
export interface EarlierConsultation {
  readonly id: string;
  readonly number: string;
  readonly closedAt: Date | null;
  readonly closeAdvice: string | null;
  readonly doctor: { readonly nameZh: string; readonly nameEn: string };
  readonly department: { readonly nameZh: string; readonly nameEn: string };
}

export interface ConsultationDesk {
  /** What waits and what is under way, this one among them. */
  readonly queue: readonly OpenRow[];
  /** In what language the patient's account reads. */
  readonly patientLocale: string;
  /** The record while the consultation is open; null: it is over, and so is the reason to look. */
  readonly record: (RecordPanel & { readonly fetchedAt: Date | null; readonly isLinked: boolean }) | null;
  readonly earlier: readonly EarlierPrescription[];
  readonly consultations: readonly EarlierConsultation[];
  /** Who could take over. */
  readonly colleagues: readonly { readonly id: string; readonly nameZh: string; readonly nameEn: string }[];
}

const MOST_EARLIER = 10;

/**
 * What stands around the conversation on the doctor's desk, in one statement: the queue, and the part of the patient's record that is
 * open. The look is written down by `room`, which the same page asks for.
 */
export async function consultationDesk(
  actor: Person,
  now: Date,
  id: string,
  tab: RecordTab = "overview",
): Promise<ConsultationDesk> {
  if (!isId(id)) throw notFound();
  const mostEarlier = tab === "earlier" ? MOST_EARLIER : 0;
  const row = await db().consultation.findFirst({
    where: { AND: [{ id }, scope.consultation(actor)] },
    select: {
      ...{ status: true, service: true, channel: true },
      account: { select: { locale: true } },
      department: {
        select: {
          doctors: {
            where: { id: { not: actor.accountId }, isAccepting: true, account: { status: "active" } },
            orderBy: { staffNo: "asc" },
            select: {
              ...{ id: true, nameZh: true, nameEn: true },
              offerings: { where: { isActive: true }, select: { service: true, channel: true } },
            },
          },
        },
      },
      doctor: {
        select: {
          consultations: {
            where: { status: { in: ["waiting", "in_progress"] } },
            select: openRowSelect(actor.accountId),
          },
        },
      },
      patient: {
        select: {
          recordFetchedAt: true,
          cards: { where: { unlinkedAt: null }, take: 1, select: { id: true } },
          record: {
            where: recordSince(now, tab),
            orderBy: { occurredAt: { sort: "desc", nulls: "last" } },
            select: {
              ...{ kind: true, fhirId: true, occurredAt: true, display: true, mappedCode: true, isActive: true },
              detail: true,
            },
          },
          consultations: {
            where: { status: "finished", id: { not: id } },
            orderBy: { closedAt: "desc" },
            take: mostEarlier,
            select: {
              ...{ id: true, number: true, closedAt: true, closeAdvice: true },
              doctor: { select: { nameZh: true, nameEn: true } },
              department: { select: { nameZh: true, nameEn: true } },
            },
          },
          prescriptions: {
            where: { status: { not: "draft" } },
            orderBy: { createdAt: "desc" },
            take: mostEarlier,
            select: {
              ...{ id: true, number: true, status: true, createdAt: true, doctorId: true },
              versions: {
                orderBy: { number: "desc" },
                take: 1,
                select: {
                  items: {
                    orderBy: { position: "asc" },
                    select: { medicine: { select: { nameZh: true, nameEn: true } } },
                  },
                },
              },
            },
          },
        },
      },
    },
  });
  if (!row) throw notFound();
  const { patient } = row;
  const isOpen = row.status === "waiting" || row.status === "in_progress";
  return {
    queue: row.doctor.consultations.map(asOpenRow).sort(byUrgency),
    patientLocale: row.account.locale,
    colleagues: row.department.doctors.flatMap(({ offerings, ...doctor }) =>
      offerings.some(({ service, channel }) => service === row.service && channel === row.channel) ? [doctor] : [],
    ),
    record: isOpen
      ? { ...recordPanel(patient.record), fetchedAt: patient.recordFetchedAt, isLinked: patient.cards.length > 0 }
      : null,
    consultations: isOpen ? patient.consultations : [],
    earlier: patient.prescriptions
      .filter(({ doctorId }) => isOpen || doctorId === actor.accountId)
      .map(({ versions, doctorId, ...prescription }) => ({
        ...prescription,
        isOwn: doctorId === actor.accountId,
        medicines: versions.flatMap(({ items }) => items.map(({ medicine }) => medicine)),
      })),
  };
}
