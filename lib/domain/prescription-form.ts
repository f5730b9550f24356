import type { Sig } from "./dose";

/** One medicine as the official form prints it; names in both languages, for whichever form is wanted. */
export interface FormItem extends Sig {
  readonly nameZh: string;
  readonly nameEn: string;
  readonly strengthZh: string;
  readonly strengthEn: string;
  readonly packZh: string;
  readonly packEn: string;
  readonly packs: number;
  readonly note: string;
}

/** Who signed, as the form prints it beside the name: when, with what, and the first of the value. */
export interface FormSignature {
  readonly nameZh: string;
  readonly nameEn: string;
  readonly certificateNo: string;
  readonly algorithm: string;
  readonly value: string;
  readonly at: Date;
}

/** What the official form of a prescription (处方管理办法, annex 1) says: head, body and foot. */
export interface PrescriptionForm {
  readonly number: string;
  readonly version: number;
  readonly status: string;
  readonly patient: {
    readonly name: string;
    readonly sex: string;
    readonly birthDate: Date;
    readonly weightKg: number | null;
  };
  readonly cardNumber: string | null;
  readonly departmentZh: string;
  readonly departmentEn: string;
  readonly diagnosis: string;
  readonly items: readonly FormItem[];
  readonly isOfPieces: boolean;
  readonly advice: string;
  readonly totalFen: number;
  readonly signedAt: Date;
  readonly validUntil: Date | null;
  readonly prescriber: FormSignature | null;
  readonly pharmacist: FormSignature | null;
  /** Of the version's content: what its verification begins with. */
  readonly contentSha256: string;
}

const DIGEST_LENGTH = 16;

/** The code that a verification is asked by: number, version, and the first of the digest, which nobody guesses. */
export const verificationCode = (form: Pick<PrescriptionForm, "number" | "version" | "contentSha256">): string =>
  `${form.number}-${form.version}-${form.contentSha256.slice(0, DIGEST_LENGTH)}`;

/** The parts of such a code; null for what is none. */
export function readVerificationCode(code: string): { number: string; version: number; digest: string } | null {
  const parts = /^([A-Z0-9-]{8,40})-(\d{1,4})-([0-9a-f]{16})$/.exec(code);
  const [, number, version, digest] = parts ?? [];
  return number && version && digest ? { number, version: Number(version), digest } : null;
}
