import { z } from "zod";
import { line, passage } from "./text-input";

/** So many days the account that acts for a person, or the hospital, has to decide a claim. */
export const CLAIM_DAYS = 7;

const claimId = z.uuid();

/** By somebody whose account acts for the person already. */
export const DecideClaim = z.strictObject({ claimId, decision: z.enum(["approved", "rejected"]) });
export type DecideClaim = z.output<typeof DecideClaim>;

/** By the hospital, with what was looked at. */
export const DecideClaimAsStaff = z.strictObject({
  claimId,
  decision: z.enum(["approved", "rejected"]),
  reason: passage({ min: 5, max: 300, tooShort: "note_too_short" }),
});
export type DecideClaimAsStaff = z.output<typeof DecideClaimAsStaff>;

export const WithdrawClaim = z.strictObject({ claimId });
export type WithdrawClaim = z.output<typeof WithdrawClaim>;

/** The person's health card, which nobody else has in hand. */
export const ProveClaim = z.strictObject({
  claimId,
  cardNumber: line({ max: 40 })
    .transform((text) => text.normalize("NFKC").replace(/[\s-]/g, "").toUpperCase())
    .refine((text) => /^[A-Z0-9]{6,32}$/.test(text), "card_number_invalid"),
});
export type ProveClaim = z.output<typeof ProveClaim>;
