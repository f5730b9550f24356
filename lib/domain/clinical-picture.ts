import { addDays, ageInMonths } from "./calendar";
import type { RecordKind } from "./record";
import type { RunningMedicine, Screening } from "./screening";

/** What is known of a patient when medicine is prescribed: the stored record, and what this hospital prescribed online. */
export interface KnownPatient {
  readonly sex: string;
  readonly birthDate: Date;
  readonly record: readonly {
    readonly kind: RecordKind;
    readonly code: string | null;
    readonly display: string;
    readonly mappedCode: string | null;
    readonly isActive: boolean;
    readonly occurredAt: Date | null;
  }[];
  /** The newest signed version of each prescription that was approved. */
  readonly signed: readonly {
    readonly signedAt: Date;
    readonly items: readonly {
      readonly days: number;
      readonly medicine: { readonly nameZh: string; readonly atc: string };
    }[];
  }[];
}

/** Pregnancy, its disorders and its supervision in ICD-10; what follows birth is not among them. */
const PREGNANCY = /^(O[0-3]|O4[0-8]|O98|O99|Z3[345])/;
const PREGNANCY_DAYS = 308;

/** The record as the automatic checks read it. */
export function clinicalPicture(known: KnownPatient, now: Date): Pick<Screening, "patient" | "allergies" | "running"> {
  const active = known.record.filter(({ isActive }) => isActive);
  const isPregnant =
    known.sex !== "male" &&
    active.some(
      ({ kind, mappedCode, occurredAt }) =>
        kind === "condition" &&
        PREGNANCY.test(mappedCode ?? "") &&
        (occurredAt === null || occurredAt > addDays(now, -PREGNANCY_DAYS)),
    );
  const allergies = active.filter(({ kind }) => kind === "allergy");
  const recorded = active.filter(({ kind }) => kind === "medication");
  return {
    patient: { ageMonths: ageInMonths(known.birthDate, now), isPregnant },
    allergies: allergies.map(({ display, code, mappedCode }) => ({ display, code, mappedCode })),
    running: [...recorded.map(({ display, mappedCode }) => ({ display, atc: mappedCode })), ...stillTaken(known, now)],
  };
}

const stillTaken = ({ signed }: KnownPatient, now: Date): RunningMedicine[] =>
  signed.flatMap(({ signedAt, items }) =>
    items
      .filter(({ days }) => addDays(signedAt, days) > now)
      .map(({ medicine }) => ({ display: medicine.nameZh, atc: medicine.atc })),
  );
