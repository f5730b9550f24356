import { ageInDays, ageInMonths } from "./calendar";

/** R14: an infant's age in days or months, everybody else's in years; as a form prints it. */
export function ageText(birthDate: Date, at: Date, locale: string): string {
  const isEnglish = locale === "en";
  const months = ageInMonths(birthDate, at);
  const days = Math.max(ageInDays(birthDate, at), 0);
  if (months < 1) return isEnglish ? `${days} days` : `${days} 天`;
  if (months < 36) return isEnglish ? `${months} months` : `${months} 月`;
  const years = Math.floor(months / 12);
  return isEnglish ? `${years} years` : `${years} 岁`;
}
