import { canonicalJson, type Json } from "./canonical";
import type { Finding } from "./finding";
import type { PrescribedItem } from "./prescribing";

/** One version of a prescription as it is signed: immutable from then on (`proof` 10). */
export interface SignedVersion {
  readonly prescriptionNumber: string;
  readonly version: number;
  readonly patient: { readonly id: string; readonly name: string; readonly sex: string; readonly birthDate: Date };
  readonly prescriberId: string;
  readonly diagnosisCodes: readonly string[];
  readonly diagnosisText: string;
  readonly items: readonly PrescribedItem[];
  readonly advice: string;
  readonly validDays: number;
  readonly supplyReason: string | null;
  readonly overrides: readonly { readonly finding: string; readonly reason: string }[];
  readonly assessment: string | null;
  readonly patientConfirmed: boolean;
  readonly guardianConfirmed: boolean;
  readonly states: readonly string[];
  readonly weightKg: number | null;
  readonly isUrgent: boolean;
  /** The tables of knowledge it was screened against, by number. */
  readonly knowledge: Readonly<Record<string, number>>;
  readonly findings: readonly Finding[];
  readonly isScreened: boolean;
  readonly signedAt: Date;
}

/** The canonical text of content, patient, version and time: what the digest, and the signature, cover. */
export const signedContent = ({
  patient,
  items,
  findings,
  overrides,
  weightKg,
  signedAt,
  ...rest
}: SignedVersion): string =>
  canonicalJson({
    ...rest,
    overrides: overrides.map((override): Json => ({ ...override })),
    weightKg: weightKg === null ? null : String(weightKg),
    patient: { ...patient, birthDate: patient.birthDate.toISOString().slice(0, 10) },
    items: items.map((item): Json => ({ ...item, dose: String(item.dose) })),
    findings: findings.map((finding): Json => ({ ...finding })),
    signedAt: signedAt.toISOString(),
  });

/** What a further signature says: which version, by its digest, is confirmed, stood by or approved, by whom, when, and with what beside it. */
export const furtherStatement = (
  purpose: "confirm_dose" | "double_sign" | "approve",
  about: {
    readonly prescriptionNumber: string;
    readonly version: number;
    readonly contentSha256: string;
    readonly signerId: string;
    readonly signedAt: Date;
  },
  more: Readonly<Record<string, Json>> = {},
): string => canonicalJson({ ...about, ...more, purpose, signedAt: about.signedAt.toISOString() });
