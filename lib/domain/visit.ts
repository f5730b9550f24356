import { type RecordKind, recordDetail } from "./record";

export interface Diagnosis {
  /** ICD-10; null where the source's code could not be mapped. */
  readonly code: string | null;
  readonly display: string;
}

/** An outpatient or inpatient visit of this hospital, with what it was for. */
export interface Visit {
  readonly fhirId: string;
  /** When it ended, or began where no end is known. */
  readonly at: Date;
  readonly department: string | null;
  /** What kind of visit it was, in the hospital's words. */
  readonly display: string;
  readonly diagnoses: readonly Diagnosis[];
  /** The visit itself names no diagnosis: those that were current then stand in. */
  readonly isInferred: boolean;
}

/** The columns of `RecordEntry` that a visit is read from. */
export interface RecordRow {
  readonly kind: RecordKind;
  readonly fhirId: string;
  readonly occurredAt: Date | null;
  readonly display: string;
  readonly mappedCode: string | null;
  readonly isActive: boolean;
  readonly detail: unknown;
}

const VIRTUAL = "VR";

const distinct = (diagnoses: readonly Diagnosis[]): Diagnosis[] => [
  ...new Map(diagnoses.map((diagnosis) => [`${diagnosis.code} ${diagnosis.display}`, diagnosis])).values(),
];

/** A visit in a line: its own diagnoses, or what kind of visit it was. */
export const visitTitle = ({ diagnoses, isInferred, display }: Visit): string =>
  isInferred || diagnoses.length === 0 ? display : diagnoses.map((diagnosis) => diagnosis.display).join("; ");

interface Condition extends RecordRow {
  readonly encounterId: string | null;
}

function readConditions(rows: readonly RecordRow[]): Condition[] {
  return rows.flatMap((row) => {
    const detail = row.kind === "condition" ? recordDetail.condition.safeParse(row.detail).data : undefined;
    return detail ? [{ ...row, encounterId: detail.encounterId }] : [];
  });
}

function readVisit(row: RecordRow, conditions: readonly Condition[]): Visit | null {
  if (row.kind !== "encounter" || !row.isActive || !row.occurredAt) return null;
  const detail = recordDetail.encounter.safeParse(row.detail).data;
  if (!detail || detail.class === VIRTUAL) return null;
  const at = detail.endAt ? new Date(detail.endAt) : row.occurredAt;
  const own = conditions.filter(
    ({ encounterId, fhirId }) => encounterId === row.fhirId || detail.conditionIds.includes(fhirId),
  );
  const isInferred = own.length === 0 && detail.reasons.length === 0;
  const current = conditions.filter(({ isActive, occurredAt }) => isActive && (!occurredAt || occurredAt <= at));
  const named = (isInferred ? current : own).map(({ mappedCode, display }) => ({ code: mappedCode, display }));
  return {
    fhirId: row.fhirId,
    at,
    department: detail.department,
    display: row.display,
    diagnoses: distinct([...named, ...detail.reasons]),
    isInferred,
  };
}

/** The visits in a stored record that took place at the hospital, the newest first. */
export function visitsOf(rows: readonly RecordRow[]): Visit[] {
  const conditions = readConditions(rows);
  return rows.flatMap((row) => readVisit(row, conditions) ?? []).sort((a, b) => b.at.getTime() - a.at.getTime());
}
