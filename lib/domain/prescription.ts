import { machine, type Table } from "./machine";

export type PrescriptionStatus =
  | "draft"
  | "in_review"
  | "returned"
  | "double_signed"
  | "approved"
  | "refused"
  | "dispensed"
  | "expired"
  | "voided";

export type PrescriptionEvent =
  | "submit"
  | "approve"
  | "return"
  | "revise"
  | "double_sign"
  | "refuse"
  | "dispense"
  | "expire"
  | "void";

const table = {
  draft: { submit: "in_review", void: "voided" },
  in_review: { approve: "approved", return: "returned", refuse: "refused", expire: "expired", void: "voided" },
  returned: { revise: "draft", double_sign: "double_signed", expire: "expired", void: "voided" },
  double_signed: { submit: "in_review" },
  approved: { dispense: "dispensed", expire: "expired", void: "voided" },
  refused: {},
  dispensed: {},
  expired: {},
  voided: {},
} as const satisfies Table<PrescriptionStatus, PrescriptionEvent>;

export const prescriptionMachine = machine<PrescriptionStatus, PrescriptionEvent>(table);

/** A pharmacist holds a prescription for so long, and longer while active. */
export const CLAIM_MINUTES = 10;

/** A review that nobody finished within this time is brought before the head pharmacist. */
export const REVIEW_MINUTES = 30;
