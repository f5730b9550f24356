import type { PaymentPurpose } from "./payment";

/** Accounts of the three books (R23: medicine and delivery are settled apart), and the money at the gateway. */
export type LedgerAccount = "gateway" | PaymentPurpose;

export interface LedgerLine {
  readonly account: LedgerAccount;
  /** Fen; what comes into an account is positive. */
  readonly amountFen: number;
}

/** Money arrives at the gateway and is owed to the book of its purpose. */
export const linesOfPayment = (purpose: PaymentPurpose, amountFen: number): LedgerLine[] => [
  { account: "gateway", amountFen },
  { account: purpose, amountFen: -amountFen },
];

/** The mirror of a payment. */
export const linesOfRefund = (purpose: PaymentPurpose, amountFen: number): LedgerLine[] =>
  linesOfPayment(purpose, amountFen).map(({ account, amountFen: fen }) => ({ account, amountFen: -fen }));
