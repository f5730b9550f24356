import { Refusal } from "@/lib/errors";
import { calendarDaysBetween, shanghaiDay } from "./calendar";

/** R6: a doctor has practised independently for so many years (管理办法 art. 25). */
export const YEARS_OF_PRACTICE = 3;

/** So many days before a licence ends, its holder and the administrator are told. */
export const LICENCE_WARNING_DAYS = 60;

/** The first calendar day on which R6 is met; 29 February counts from 1 March. Date columns: midnight UTC. */
export const experiencedFrom = (practisingSince: Date): Date =>
  new Date(
    Date.UTC(
      practisingSince.getUTCFullYear() + YEARS_OF_PRACTICE,
      practisingSince.getUTCMonth(),
      practisingSince.getUTCDate(),
    ),
  );

const today = (now: Date) => new Date(`${shanghaiDay(now)}T00:00:00.000Z`);

/** R6: throws `too_little_practice` where the doctor has practised for less than three years on the day of `now` (Asia/Shanghai). */
export function requireExperience(practisingSince: Date, now: Date): void {
  if (experiencedFrom(practisingSince) > today(now))
    throw new Refusal("too_little_practice", { rule: "R6", params: { years: YEARS_OF_PRACTICE } });
}

/** How a licence stands on the day of `now`; `expiresOn` is its last good day, null where none is needed. */
export function licenceStanding(expiresOn: Date | null, now: Date): "good" | "ending" | "expired" {
  if (expiresOn === null) return "good";
  const left = calendarDaysBetween(now, expiresOn);
  if (left < 0) return "expired";
  return left <= LICENCE_WARNING_DAYS ? "ending" : "good";
}

/** R6: nobody accepts, prescribes or approves on a licence that has ended: `licence_expired`. */
export function requireLicence(holder: { readonly licensedUntil?: Date | null }, now: Date): void {
  if (licenceStanding(holder.licensedUntil ?? null, now) === "expired")
    throw new Refusal("licence_expired", { rule: "R6" });
}
