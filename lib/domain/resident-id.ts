const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const;
const CHECK_LETTERS = "10X98765432";

export interface ResidentId {
  readonly number: string;
  readonly sex: "female" | "male";
  /** `YYYY-MM-DD`. */
  readonly birthDay: string;
}

/** The check character of the first 17 digits (GB 11643-1999, ISO 7064 MOD 11-2). */
export function residentIdCheck(digits17: string): string {
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(digits17[index]), 0);
  return CHECK_LETTERS.charAt(sum % 11);
}

/**
 * Reads an 18-character resident ID: sex and birth day stand in it. Null where the form, the check character or the day is wrong,
 * or the day lies after `today` (`YYYY-MM-DD`).
 */
export function readResidentId(text: string, today: string): ResidentId | null {
  const number = text.normalize("NFKC").replace(/\s/g, "").toUpperCase();
  if (!/^[1-9]\d{16}[\dX]$/.test(number)) return null;
  if (residentIdCheck(number) !== number.charAt(17)) return null;
  const birthDay = `${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`;
  if (!isCalendarDay(birthDay) || birthDay < "1900-01-01" || birthDay > today) return null;
  return { number, sex: Number(number.charAt(16)) % 2 === 0 ? "female" : "male", birthDay };
}

/** Whether `YYYY-MM-DD` names a day that exists: 2023-02-29 does not. */
export function isCalendarDay(day: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) return false;
  const at = new Date(`${day}T00:00:00.000Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(day);
}

/** An ID number for the screen: the first three and the last two characters, of short ones the last two. */
export function maskNumber(number: string): string {
  const shown = number.length > 8 ? 3 : 0;
  return `${number.slice(0, shown)}${"*".repeat(Math.max(number.length - shown - 2, 0))}${number.slice(-2)}`;
}
