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
  readonly overrideReason: string | null;
  readonly guardianConfirmed: boolean;
  readonly findings: readonly Finding[];
  readonly isScreened: boolean;
  readonly signedAt: Date;
}

/** The canonical text of content, patient, version and time: what the digest, and the signature, cover. */
export const signedContent = ({ patient, items, findings, signedAt, ...rest }: SignedVersion): string =>
  canonicalJson({
    ...rest,
    patient: { ...patient, birthDate: patient.birthDate.toISOString().slice(0, 10) },
    items: items.map((item): Json => ({ ...item, dose: String(item.dose) })),
    findings: findings.map((finding): Json => ({ ...finding })),
    signedAt: signedAt.toISOString(),
  });
