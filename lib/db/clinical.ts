import "server-only";
import { addDays } from "@/lib/domain/calendar";
import type { KnownPatient } from "@/lib/domain/clinical-picture";
import { MOST_SUPPLY_DAYS } from "@/lib/domain/screen-limits";
import type { Prisma } from "./client";

/** The columns of a patient that screening reads: nested in the one statement that loads whatever is decided about. */
export const clinicalSelect = (now: Date) =>
  ({
    id: true,
    name: true,
    sex: true,
    birthDate: true,
    record: {
      where: { isActive: true, kind: { in: ["condition", "allergy", "medication"] } },
      select: { kind: true, code: true, display: true, mappedCode: true, isActive: true, occurredAt: true },
    },
    prescriptions: {
      where: { status: { in: ["approved", "dispensed"] }, approvedAt: { gt: addDays(now, -MOST_SUPPLY_DAYS) } },
      select: {
        versions: {
          orderBy: { number: "desc" },
          take: 1,
          select: {
            signedAt: true,
            items: { select: { days: true, medicine: { select: { nameZh: true, atc: true, ingredients: true } } } },
          },
        },
      },
    },
  }) as const satisfies Prisma.PatientSelect;

/** A patient as `clinicalSelect` reads one. */
export type ClinicalRow = Prisma.PatientGetPayload<{ select: ReturnType<typeof clinicalSelect> }>;

export const knownPatient = ({ sex, birthDate, record, prescriptions }: ClinicalRow): KnownPatient => ({
  ...{ sex, birthDate, record },
  signed: prescriptions.flatMap(({ versions }) => versions),
});
