import "server-only";
import { z } from "zod";
import { db, type Prisma } from "@/lib/db/client";
import { scope } from "@/lib/db/scope";
import { recordView } from "@/lib/db/view";
import type { Person } from "@/lib/domain/actor";
import { ageInMonths } from "@/lib/domain/calendar";
import { needsGuardian } from "@/lib/domain/eligibility";
import { isId } from "@/lib/domain/id";
import { notFound } from "@/lib/errors";
import { formulary } from "./formulary";

const lineSelect = {
  medicineId: true,
  dose: true,
  frequency: true,
  route: true,
  timing: true,
  days: true,
  note: true,
} as const;

const versionSelect = {
  orderBy: { number: "desc" },
  take: 1,
  select: {
    ...{ number: true, diagnosisCodes: true, advice: true, validDays: true, supplyReason: true, assessment: true },
    items: { orderBy: { position: "asc" }, select: lineSelect },
  },
} as const satisfies Prisma.Prescription$versionsArgs;

/** `PrescriptionTemplate.content`, as `saveTemplate` wrote it. */
const kept = z.custom<PadContent["items"]>((value) => Array.isArray(value));

const padSelect = {
  ...{ id: true, number: true, version: true, status: true, service: true, visitDiagnosis: true },
  account: { select: { locale: true } },
  doctor: {
    select: { templates: { orderBy: { name: "asc" }, select: { id: true, name: true, content: true } } },
  },
  patient: {
    select: {
      ...{ id: true, name: true, sex: true, birthDate: true, recordFetchedAt: true },
      record: {
        where: { isActive: true, kind: { in: ["allergy", "condition", "medication"] } },
        orderBy: { occurredAt: { sort: "desc", nulls: "last" } },
        select: { kind: true, fhirId: true, display: true, mappedCode: true },
      },
      prescriptions: {
        where: { status: { in: ["approved", "dispensed", "expired"] } },
        orderBy: { createdAt: "desc" },
        take: 1,
        select: { number: true, createdAt: true, versions: versionSelect },
      },
    },
  },
} as const satisfies Prisma.ConsultationSelect;

type PadRow = Prisma.ConsultationGetPayload<{ select: typeof padSelect }>;
type VersionRow = PadRow["patient"]["prescriptions"][number]["versions"][number];

/** What a pad is filled with before the doctor writes. */
export interface PadContent {
  readonly diagnosisCodes: readonly string[];
  readonly advice: string;
  readonly validDays: number;
  readonly supplyReason: string | null;
  readonly assessment: string | null;
  readonly items: readonly {
    readonly medicineId: string;
    readonly dose: number;
    readonly frequency: string;
    readonly route: string;
    readonly timing: string;
    readonly days: number;
    readonly note: string;
  }[];
}

const asContent = ({ items, number: _, ...content }: VersionRow): PadContent => ({
  ...content,
  items: items.map(({ dose, ...item }) => ({ ...item, dose: dose.toNumber() })),
});

async function deskOf({ patient, account, doctor, ...consultation }: PadRow, now: Date) {
  const { record, prescriptions, ...person } = patient;
  const last = prescriptions[0];
  const newest = last?.versions[0];
  return {
    consultation,
    patient: {
      ...person,
      needsGuardian: needsGuardian(person.birthDate, now),
      ageMonths: ageInMonths(person.birthDate, now),
    },
    patientLocale: account.locale,
    templates: doctor.templates.map(({ content, ...template }) => ({ ...template, items: kept.parse(content) })),
    record,
    last: last && newest ? { number: last.number, createdAt: last.createdAt, content: asContent(newest) } : null,
    ...(await formulary(now)),
  };
}

export type PrescribingDesk = Awaited<ReturnType<typeof deskOf>>;

const looked = (actor: Person, now: Date, subjectType: string, subjectId: string, patientId: string) =>
  recordView(actor, now, { action: "record.view", subjectType, subjectId, patientId });

/** What the pad shows for one consultation: the patient, what the record says, the formulary. Two statements and the look's audit. */
export async function prescribingDesk(actor: Person, now: Date, consultationId: string): Promise<PrescribingDesk> {
  if (!isId(consultationId)) throw notFound();
  const row = await db().consultation.findFirst({
    where: { AND: [{ id: consultationId }, scope.consultation(actor)] },
    select: padSelect,
  });
  if (!row) throw notFound();
  const [desk] = await Promise.all([deskOf(row, now), looked(actor, now, "consultation", row.id, row.patient.id)]);
  return desk;
}

/** The same for a prescription that came back: its newest content fills the pad, the pharmacist's words stand above it. */
export async function revisionDesk(actor: Person, now: Date, prescriptionId: string) {
  if (!isId(prescriptionId)) throw notFound();
  const row = await db().prescription.findFirst({
    where: { AND: [{ id: prescriptionId }, scope.prescription(actor), { status: "returned" }] },
    select: {
      ...{ id: true, number: true },
      versions: versionSelect,
      reviews: { orderBy: { at: "desc" }, take: 1, select: { reasonCode: true, note: true, at: true } },
      consultation: { select: padSelect },
    },
  });
  const newest = row?.versions[0];
  if (!row || !newest) throw notFound();
  const [desk] = await Promise.all([
    deskOf(row.consultation, now),
    looked(actor, now, "prescription", row.id, row.consultation.patient.id),
  ]);
  return {
    desk,
    prescription: { id: row.id, number: row.number, version: newest.number },
    content: asContent(newest),
    review: row.reviews[0] ?? null,
  };
}
