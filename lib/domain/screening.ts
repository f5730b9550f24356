import { arranged, finding, type Screened } from "./finding";
import { screenAllergies } from "./screen-allergies";
import { screenCombinations } from "./screen-combinations";
import { screenDoses } from "./screen-doses";
import { screenLimits } from "./screen-limits";
import { screenPatient } from "./screen-patient";
import type { Screening } from "./screened";

/** The automatic checks (R13 to R19) of a prescription against the patient's record: the same in whatever order things are listed. */
export function screen(screening: Screening): Screened {
  const findings = arranged([
    ...(screening.hasKnowledge ? [] : [finding("knowledge_missing", "note", "R21", [])]),
    ...screenLimits(screening),
    ...screenDoses(screening),
    ...screenPatient(screening),
    ...screenCombinations(screening),
    ...screenAllergies(screening),
  ]);
  const isUnknown = ({ code }: (typeof findings)[number]) => code === "knowledge_missing" || code.endsWith("_unmapped");
  return { findings, isScreened: !findings.some(isUnknown) };
}
