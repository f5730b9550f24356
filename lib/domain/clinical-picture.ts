import { addDays, ageInMonths } from "./calendar";
import { type PatientState, PREGNANCY, patientStates, statesOf } from "./patient-state";
import type { RecordKind } from "./record";
import type { RunningMedicine, Screening } from "./screened";

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
      readonly medicine: { readonly nameZh: string; readonly atc: string; readonly ingredients: readonly string[] };
    }[];
  }[];
}

const PREGNANCY_DAYS = 308;

/** What the prescription itself says of the patient. */
export interface StatedPatient {
  readonly diagnosisCodes: readonly string[];
  readonly states: readonly PatientState[];
  readonly weightKg: number | null;
}

/** The record, and what the doctor states beside it, as the automatic checks read them. */
export function clinicalPicture(
  known: KnownPatient,
  stated: StatedPatient,
  now: Date,
): Pick<Screening, "patient" | "allergies" | "running"> {
  const active = known.record.filter(({ isActive }) => isActive);
  const recorded = active.flatMap(({ kind, mappedCode, occurredAt }) => {
    const isPast =
      PREGNANCY.test(mappedCode ?? "") && occurredAt !== null && occurredAt <= addDays(now, -PREGNANCY_DAYS);
    return kind === "condition" && mappedCode !== null && !isPast ? [mappedCode] : [];
  });
  const conditions = [...new Set([...recorded, ...stated.diagnosisCodes])];
  const all = new Set([...statesOf(conditions), ...stated.states]);
  const isOf = (state: PatientState) => all.has(state) && (known.sex !== "male" || !ofWomen.has(state));
  const allergies = active.filter(({ kind }) => kind === "allergy");
  const medicines = active.filter(({ kind }) => kind === "medication");
  return {
    patient: {
      ...{ ageMonths: ageInMonths(known.birthDate, now), weightKg: stated.weightKg, conditions },
      states: patientStates.filter(isOf),
    },
    allergies: allergies.map(({ display, code, mappedCode }) => ({ display, code, mappedCode })),
    running: [...medicines.map(({ display, mappedCode }) => ({ display, atc: mappedCode })), ...stillTaken(known, now)],
  };
}

const ofWomen: ReadonlySet<PatientState> = new Set<PatientState>(["pregnant", "lactating"]);

const stillTaken = ({ signed }: KnownPatient, now: Date): RunningMedicine[] =>
  signed.flatMap(({ signedAt, items }) =>
    items
      .filter(({ days }) => addDays(signedAt, days) > now)
      .map(({ medicine: { nameZh: display, atc, ingredients } }) => ({ display, atc, ingredients })),
  );
