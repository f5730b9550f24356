import { Refusal } from "@/lib/errors";
import { ageInMonths, ageInYears, calendarDaysBetween, shanghaiDay } from "./calendar";
import type { Diagnosis, Visit } from "./visit";

/** What a department says of follow-ups: the days of R2, and ICD-10 prefixes for R1 and R3. */
export interface FollowUpPolicy {
  readonly recordWindowDays: number;
  readonly commonConditions: readonly string[];
  readonly hardConditions: readonly string[];
}

/** `doctor_decides`: the diagnosis is on neither list. */
export type Suitability = "common" | "doctor_decides";

export interface QualifyingVisit {
  readonly visit: Visit;
  readonly suitability: Suitability;
}

const longestMatch = (code: string, prefixes: readonly string[]) =>
  Math.max(0, ...prefixes.filter((prefix) => code.startsWith(prefix)).map((prefix) => prefix.length));

/** Where both lists name it, the longer prefix decides: F32 is common, F32.3 is not. */
function listOf({ code }: Diagnosis, policy: FollowUpPolicy): "common" | "hard" | "neither" {
  const common = code === null ? 0 : longestMatch(code, policy.commonConditions);
  const hard = code === null ? 0 : longestMatch(code, policy.hardConditions);
  if (common === 0 && hard === 0) return "neither";
  return hard >= common ? "hard" : "common";
}

/** R1 and R3 for one visit: its diagnosis is common or chronic here, hard to treat, or left to the doctor. */
export function suitabilityOf(visit: Visit, policy: FollowUpPolicy): Suitability | "hard" {
  const lists = visit.diagnoses.map((diagnosis) => listOf(diagnosis, policy));
  const isCommon = lists.includes("common");
  // A hard disease elsewhere on the problem list does not bar the follow-up of a common one.
  if (lists.includes("hard") && !(visit.isInferred && isCommon)) return "hard";
  return isCommon ? "common" : "doctor_decides";
}

const isRecent = (visit: Visit, policy: FollowUpPolicy, now: Date) => {
  const days = calendarDaysBetween(visit.at, now);
  return days >= 0 && days <= policy.recordWindowDays;
};

/** Why a follow-up cannot start from a visit: it has not been yet, was too long ago (R2), or for something hard to treat (R3). */
export type Obstacle = "ahead" | "too_long_ago" | "hard_to_treat";

export interface BarredVisit {
  readonly visit: Visit;
  readonly obstacle: Obstacle;
}

function obstacleOf(visit: Visit, policy: FollowUpPolicy, now: Date): Obstacle | null {
  if (visit.at > now) return "ahead";
  if (!isRecent(visit, policy, now)) return "too_long_ago";
  return suitabilityOf(visit, policy) === "hard" ? "hard_to_treat" : null;
}

/** The visits that a follow-up may start from, the newest first. */
export const qualifyingVisits = (visits: readonly Visit[], policy: FollowUpPolicy, now: Date): QualifyingVisit[] =>
  visits.flatMap((visit) => {
    if (obstacleOf(visit, policy, now)) return [];
    return [{ visit, suitability: suitabilityOf(visit, policy) === "common" ? "common" : "doctor_decides" }];
  });

/** The other visits, the newest first, each with what stands against it. */
export const barredVisits = (visits: readonly Visit[], policy: FollowUpPolicy, now: Date): BarredVisit[] =>
  visits.flatMap((visit) => {
    const obstacle = obstacleOf(visit, policy, now);
    return obstacle ? [{ visit, obstacle }] : [];
  });

/**
 * The visit that a follow-up starts from: the chosen one, or the newest that qualifies. Throws a Refusal that names its rule:
 * `card_not_linked` (R4), `first_visit` (R1), `no_recent_record` (R2, with the window's days and the last visit's day)
 * or `condition_not_suitable` (R3).
 */
export function qualifyForFollowUp(application: {
  readonly isLinked: boolean;
  readonly visits: readonly Visit[];
  readonly chosenVisit: string | undefined;
  readonly policy: FollowUpPolicy;
  readonly now: Date;
}): QualifyingVisit {
  const { isLinked, visits, chosenVisit, policy, now } = application;
  if (!isLinked) throw new Refusal("card_not_linked", { rule: "R4" });
  const past = visits.filter((visit) => visit.at <= now);
  const [latest] = past;
  if (!latest) throw new Refusal("first_visit", { rule: "R1" });
  const considered = chosenVisit === undefined ? past : past.filter(({ fhirId }) => fhirId === chosenVisit);
  const [qualifying] = qualifyingVisits(considered, policy, now);
  if (qualifying) return qualifying;
  if (considered.some((visit) => isRecent(visit, policy, now)))
    throw new Refusal("condition_not_suitable", { rule: "R3" });
  throw new Refusal("no_recent_record", {
    rule: "R2",
    params: { days: policy.recordWindowDays, last: shanghaiDay(latest.at) },
  });
}

/** R3: what was answered to a department's red-flag questions. Throws `red_flag` where any is yes, `red_flags_unanswered` where one is missing. */
export function checkRedFlags(asked: readonly string[], answers: Readonly<Record<string, "yes" | "no">>): void {
  if (Object.values(answers).includes("yes")) throw new Refusal("red_flag", { rule: "R3" });
  const fields = Object.fromEntries(
    asked.filter((id) => answers[id] !== "no").map((id) => [`redFlags.${id}`, "answer_missing"]),
  );
  if (Object.keys(fields).length > 0) throw new Refusal("red_flags_unanswered", { rule: "R3", fields });
}

/** Whom a department sees, in completed months; null: no limit. `maxAgeMonths` is the last month that is still seen. */
export interface AgeLimits {
  readonly minAgeMonths: number | null;
  readonly maxAgeMonths: number | null;
}

/** Throws `age_not_seen` where the department is not for people of this age. */
export function checkAge(birthDate: Date, limits: AgeLimits, now: Date): void {
  const months = ageInMonths(birthDate, now);
  if (months < (limits.minAgeMonths ?? 0) || months > (limits.maxAgeMonths ?? months))
    throw new Refusal("age_not_seen");
}

/** R9: under six, a guardian must be there when medicine is prescribed. */
export const needsGuardian = (birthDate: Date, now: Date): boolean => ageInYears(birthDate, now) < 6;

/** What a person who was refused can do next. */
export type NextStep =
  | "link_card"
  | "visit_hospital"
  | "emergency"
  | "open_consultation"
  | "choose_again"
  | "try_later";

export const nextSteps: Readonly<Record<string, NextStep>> = {
  card_not_linked: "link_card",
  first_visit: "visit_hospital",
  no_recent_record: "visit_hospital",
  condition_not_suitable: "visit_hospital",
  red_flag: "emergency",
  record_unavailable: "try_later",
  already_booked: "open_consultation",
  age_not_seen: "choose_again",
  no_place_left: "choose_again",
  doctor_not_accepting: "choose_again",
  not_offered: "choose_again",
};
