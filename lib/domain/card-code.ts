/** The hospital's system of card numbers, as its FHIR server names it. */
export const CARD_SYSTEM = "urn:hospital:health-card";

const PREFIX = `${CARD_SYSTEM}|`;

/** What stands in a card's QR code: system and number, so that no other code (a payment, a parcel) is taken for a card. */
export const cardCode = (cardNumber: string): string => PREFIX + cardNumber;

/** The card number in a scanned code: one of ours, or a bare number as older cards carry it; null where it is something else. */
export function cardNumberIn(scanned: string): string | null {
  const text = scanned.normalize("NFKC").trim();
  const number = (text.startsWith(PREFIX) ? text.slice(PREFIX.length) : text).toUpperCase();
  return /^(?=.*\d)[A-Z0-9]{6,32}$/.test(number) ? number : null;
}
