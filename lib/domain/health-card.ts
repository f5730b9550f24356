import { z } from "zod";
import { identifierSystems } from "./record";

/** What stands in a card's QR code: system and number, so that no other code (a payment, a parcel) is taken for a card. */
export const cardCode = (cardNumber: string): string => `${identifierSystems.card}|${cardNumber}`;

/** The card number in a scanned code: one of ours, or a bare number as older cards carry it; null where it is something else. */
export function cardNumberIn(scanned: string): string | null {
  const text = scanned.normalize("NFKC").trim();
  const prefix = `${identifierSystems.card}|`;
  const number = (text.startsWith(prefix) ? text.slice(prefix.length) : text).toUpperCase();
  return /^(?=.*\d)[A-Z0-9]{6,32}$/.test(number) ? number : null;
}

export const UnlinkCard = z.strictObject({ patientId: z.uuid() });
export type UnlinkCard = z.output<typeof UnlinkCard>;
