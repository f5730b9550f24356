import { Refusal } from "@/lib/errors";
import { ageInYears } from "./calendar";

/** Under so many years somebody needs a guardian (民法典 art. 17); under fourteen, a guardian's consent too (R31). */
export const ADULT_YEARS = 18;
export const OWN_CONSENT_YEARS = 14;

const invalid = (fields: Record<string, string>) => new Refusal("invalid_input", { fields });

/**
 * Who may add somebody of this age: a minor is added by a guardian who says so, and nobody under fourteen stands for himself or
 * herself. Whether the account acts as guardian. Throws `invalid_input` with the field at fault.
 */
export function guardianship(
  added: { readonly birthDate: Date; readonly relation: string; readonly isGuardian: boolean },
  now: Date,
): boolean {
  const years = ageInYears(added.birthDate, now);
  if (years >= ADULT_YEARS) return false;
  if (added.relation === "self") {
    if (years < OWN_CONSENT_YEARS) throw invalid({ relation: "minor_needs_guardian" });
    return false;
  }
  if (!added.isGuardian) throw invalid({ isGuardian: "guardian_undeclared" });
  return true;
}
