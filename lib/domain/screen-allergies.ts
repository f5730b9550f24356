import { type Finding, finding } from "./finding";
import type { Allergy, ScreenedMedicine, Screening } from "./screened";
import { allergyClasses } from "./vocabulary/allergy-classes";
import { noKnownAllergies, nonDrugAllergies } from "./vocabulary/non-drug-allergies";
import type { AllergyClass } from "./vocabulary/types";

const harmless = new Set([...nonDrugAllergies, ...noKnownAllergies].map(({ snomed }) => snomed));

const hasPrefix = (atc: string, prefixes: readonly string[]) => prefixes.some((prefix) => atc.startsWith(prefix));

/** The classes an allergy belongs to: by its code, by the medicine it was mapped to, or by a word of its text. */
function classesOf({ code, mappedCode, display }: Allergy): AllergyClass[] {
  const text = display.toLowerCase();
  return allergyClasses.filter(
    ({ snomed, atc, words }) =>
      (code !== null && snomed.includes(code)) ||
      (mappedCode !== null && hasPrefix(mappedCode, atc)) ||
      words.some((word) => text.includes(word)),
  );
}

/** R19: a medicine that the patient is allergic to stops; one that may cross-react needs a reason; what is not understood is said. */
export function screenAllergies({ allergies, items }: Screening): Finding[] {
  return allergies
    .filter(({ code }) => code === null || !harmless.has(code))
    .flatMap((allergy) => {
      const classes = classesOf(allergy);
      const found = items.flatMap(({ medicine }) => conflict(allergy, classes, medicine));
      const isUnderstood = classes.length > 0 || allergy.mappedCode !== null || found.length > 0;
      return isUnderstood
        ? found
        : [finding("allergy_unmapped", "note", "R21", [], { params: { with: allergy.display } })];
    });
}

function conflict(allergy: Allergy, classes: readonly AllergyClass[], medicine: ScreenedMedicine): Finding[] {
  const { atc, ingredients, id } = medicine;
  const text = allergy.display.toLowerCase();
  const params = { with: allergy.display };
  const noted = ({ noteZh, noteEn }: AllergyClass) => ({ zh: noteZh, en: noteEn });
  const forbidding = classes.find((each) => hasPrefix(atc, each.atc));
  const isItself =
    (allergy.mappedCode !== null && atc.startsWith(allergy.mappedCode)) ||
    ingredients.some((ingredient) => text.includes(ingredient));
  if (forbidding || isItself)
    return [finding("allergy", "stop", "R19", [id], { params, advice: forbidding ? noted(forbidding) : null })];
  const crossing = classes.find((each) => hasPrefix(atc, each.crossAtc));
  return crossing ? [finding("allergy_cross", "reason", "R19", [id], { params, advice: noted(crossing) })] : [];
}
