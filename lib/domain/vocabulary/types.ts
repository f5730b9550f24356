/** Shapes of the vocabularies: short lists that the hospital speaks in, with their words in both languages. */

export type Bilingual = { readonly zh: string; readonly en: string };

/** A value of a small vocabulary with its label. */
export type Label = Bilingual & { readonly code: string };

export type AllergyClass = {
  readonly id: string;
  readonly nameZh: string;
  readonly nameEn: string;
  /** SNOMED CT codes of the allergy or of the substance. */
  readonly snomed: readonly string[];
  /** Words, in lower case, that name the class in free text of either language. */
  readonly words: readonly string[];
  /** Medicines that the allergy forbids. */
  readonly atc: readonly string[];
  /** Medicines that may cross-react: a warning. */
  readonly crossAtc: readonly string[];
  readonly noteZh: string;
  readonly noteEn: string;
};

export type QuickPhrase = Bilingual & {
  readonly id: string;
  readonly group: "opening" | "asking" | "advice" | "closing";
};

export type ReturnReason = Label & {
  /** One of R19's points, or null for what lies outside them. */
  readonly rule: "R14" | "R19" | null;
};

export type CloseReason = Label & {
  /** `decline` before acceptance, `refer_offline` during the consultation (R8). */
  readonly closes: readonly ("decline" | "refer_offline")[];
  readonly adviceZh: string;
  readonly adviceEn: string;
  /** The advice is to go at once (R3). */
  readonly isUrgent: boolean;
};
