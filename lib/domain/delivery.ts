import { Refusal } from "@/lib/errors";
import type { RuleId } from "./rules";

/** Why a medicine does not go by mail; `terms.mailBlock.<reason>` says it. */
export type MailBlock = "injection" | "refrigerated" | "hospital_made" | "formulary";

/** The columns of a medicine that R22 looks at. */
export interface MailFlags {
  readonly isInjection: boolean;
  readonly isGlucoseLowering: boolean;
  readonly isRefrigerated: boolean;
  readonly isHospitalMade: boolean;
  readonly isMailBlocked: boolean;
}

export const mailFlagsSelect = {
  isInjection: true,
  isGlucoseLowering: true,
  isRefrigerated: true,
  isHospitalMade: true,
  isMailBlocked: true,
} as const satisfies Record<keyof MailFlags, true>;

/**
 * R22: why this medicine does not go by mail, or null. Injections do not, insulin and other glucose-lowering ones aside; nor
 * hospital-made preparations, nor what the formulary flags; refrigerated medicine goes with a cold chain only. Without a carrier:
 * as with one that has no cold chain.
 */
export function mailBlock(medicine: MailFlags, carrier?: { readonly hasColdChain: boolean }): MailBlock | null {
  if (medicine.isHospitalMade) return "hospital_made";
  if (medicine.isInjection && !medicine.isGlucoseLowering) return "injection";
  if (medicine.isMailBlocked) return "formulary";
  if (medicine.isRefrigerated && !carrier?.hasColdChain) return "refrigerated";
  return null;
}

export interface BlockedLine<Line> {
  readonly line: Line;
  readonly block: MailBlock;
  readonly rule: RuleId;
}

/** The lines that this carrier may not take. */
export const blockedLines = <Line extends { readonly medicine: MailFlags }>(
  lines: readonly Line[],
  carrier?: { readonly hasColdChain: boolean },
): BlockedLine<Line>[] =>
  lines.flatMap((line) => {
    const block = mailBlock(line.medicine, carrier);
    return block ? [{ line, block, rule: "R22" }] : [];
  });

/** What a carrier asks for a parcel to one area in fen, and days on the road. */
export interface Rate {
  readonly priceFen: number;
  readonly minDays: number;
  readonly maxDays: number;
}

export interface RatedCarrier {
  readonly code: string;
  readonly hasColdChain: boolean;
  readonly rate: Rate;
}

export type CarrierOffer<Carrier, Line> = Carrier & { readonly blocked: readonly BlockedLine<Line>[] };

/**
 * R22, R23: the carriers to compare before anything is paid. Those that may take every line come first, the cheaper and then
 * the faster before the others.
 */
export const carrierOffers = <Carrier extends RatedCarrier, Line extends { readonly medicine: MailFlags }>(
  carriers: readonly Carrier[],
  lines: readonly Line[],
): CarrierOffer<Carrier, Line>[] =>
  carriers
    .map((carrier) => ({ ...carrier, blocked: blockedLines(lines, carrier) }))
    .sort(
      (a, b) =>
        Number(a.blocked.length > 0) - Number(b.blocked.length > 0) ||
        a.rate.priceFen - b.rate.priceFen ||
        a.rate.maxDays - b.rate.maxDays ||
        a.rate.minDays - b.rate.minDays ||
        (a.code < b.code ? -1 : 1),
    );

/** A carrier's table for one province, and what it asks more in the area itself (null: it does not go there). */
export interface RateTable {
  readonly priceFen: number;
  readonly extraKiloFen: number;
  readonly remoteFen: number | null;
}

/** The wrapping of a parcel, in grams. */
const WRAPPING_GRAMS = 150;

/** What an order weighs as a parcel, in grams. */
export const parcelGrams = (lines: readonly { packs: number; medicine: { packGrams: number } }[]): number =>
  lines.reduce((sum, { packs, medicine }) => sum + packs * medicine.packGrams, WRAPPING_GRAMS);

/** R23: first kilogram, each further one begun, and what a remote area costs more, in fen; null where the carrier does not go. */
export function deliveryPrice({ priceFen, extraKiloFen, remoteFen }: RateTable, grams: number): number | null {
  if (remoteFen === null) return null;
  return priceFen + Math.max(0, Math.ceil(grams / 1000) - 1) * extraKiloFen + remoteFen;
}

const fieldCodes: Record<MailBlock, string> = {
  injection: "mail_injection",
  refrigerated: "mail_refrigerated",
  hospital_made: "mail_hospital_made",
  formulary: "mail_formulary",
};

/**
 * R22, R23: throws `cannot_be_mailed` where the carrier may not take every line, `courier_takes_no_money` where the delivery is
 * to be paid on arrival and the carrier does not offer that.
 */
export function requireDeliverable(
  lines: readonly { readonly medicine: MailFlags }[],
  carrier: { readonly hasColdChain: boolean; readonly cashOnArrival: boolean },
  deliveryPayment: "online" | "courier",
): void {
  const [blocked] = blockedLines(lines, carrier);
  if (blocked)
    throw new Refusal("cannot_be_mailed", { rule: blocked.rule, fields: { carrierCode: fieldCodes[blocked.block] } });
  if (deliveryPayment === "courier" && !carrier.cashOnArrival)
    throw new Refusal("courier_takes_no_money", {
      rule: "R23",
      fields: { deliveryPayment: "courier_takes_no_money" },
    });
}

/** The medicine of an order in fen: prices of now, never those of the prescription. */
export const medicineTotal = (lines: readonly { packs: number; medicine: { priceFen: number } }[]): number =>
  lines.reduce((sum, { packs, medicine }) => sum + packs * medicine.priceFen, 0);
