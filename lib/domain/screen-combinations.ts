import { type Finding, finding } from "./finding";
import { grades, severityOf } from "./screen-severity";
import type { Interaction, RunningMedicine, ScreenedMedicine, Screening } from "./screened";

/** ATC level 4, the chemical subgroup: the first five characters. */
const LEVEL_4 = 5;
/** ATC level 5 names the substance. */
const LEVEL_5 = 7;

const isSameSubstance = (a: string, b: string) => a.length >= LEVEL_5 && a === b;
const isSameClass = (a: string, b: string) => a.length >= LEVEL_4 && a.slice(0, LEVEL_4) === b.slice(0, LEVEL_4);

/** R19: therapy given twice, and medicines that do not go together, among those prescribed and with those running. */
export function screenCombinations({ items, running, interactions }: Screening): Finding[] {
  const medicines = items.map(({ medicine }) => medicine);
  const known = (a: string, b: string) => gravestOf(interactions, a, b);
  const pairs = medicines.flatMap((a, index) => medicines.slice(index + 1).map((b) => [a, b] as const));
  return [
    ...pairs.flatMap(([a, b]) => [...duplicate(a, b), ...interaction([a.id, b.id], known(a.atc, b.atc))]),
    ...medicines.flatMap((medicine) => running.flatMap((other) => withRunning(medicine, other, medicines, known))),
    ...medicines.filter(({ atc }) => atc === "").map(({ id }) => finding("medicine_unmapped", "note", "R21", [id])),
    ...running
      .filter(({ atc }) => atc === null)
      .map(({ display }) => finding("medicine_unmapped", "note", "R21", [], { params: { with: display } })),
  ];
}

function withRunning(
  medicine: ScreenedMedicine,
  other: RunningMedicine,
  prescribed: readonly ScreenedMedicine[],
  known: (a: string, b: string) => Interaction | undefined,
): Finding[] {
  const { atc, display, ingredients = [] } = other;
  if (atc === null) return [];
  if (isSameSubstance(medicine.atc, atc))
    return [finding("already_running", "note", "R19", [medicine.id], { params: { with: display } })];
  // What is renewed on this prescription was compared as one of its lines.
  if (prescribed.some((each) => isSameSubstance(each.atc, atc))) return [];
  return [
    ...(isSameClass(medicine.atc, atc) || medicine.ingredients.some((ingredient) => ingredients.includes(ingredient))
      ? [finding("same_class", "reason", "R19", [medicine.id], { params: { with: display } })]
      : []),
    ...interaction([medicine.id], known(medicine.atc, atc), display),
  ];
}

function duplicate(a: ScreenedMedicine, b: ScreenedMedicine): Finding[] {
  const both = [a.id, b.id];
  if (a.id === b.id) return [finding("same_medicine", "stop", "R19", both)];
  const sharesIngredient = a.ingredients.some((ingredient) => b.ingredients.includes(ingredient));
  if (sharesIngredient || isSameSubstance(a.atc, b.atc)) return [finding("same_ingredient", "reason", "R19", both)];
  return isSameClass(a.atc, b.atc) ? [finding("same_class", "reason", "R19", both)] : [];
}

function interaction(medicineIds: readonly string[], found: Interaction | undefined, display?: string): Finding[] {
  if (!found) return [];
  const advice = {
    zh: `${found.mechanismZh}${found.adviceZh}`,
    en: `${found.mechanismEn} ${found.adviceEn}`,
  };
  const params = { grade: found.severity, ...(display !== undefined && { with: display }) };
  return [finding("interaction", severityOf(found.severity), "R19", medicineIds, { params, advice })];
}

const covers = ({ atcA, atcB }: Interaction, a: string, b: string) =>
  (a.startsWith(atcA) && b.startsWith(atcB)) || (a.startsWith(atcB) && b.startsWith(atcA));

/** Several entries may cover a pair: the gravest counts, then the one that names it most closely. */
function gravestOf(interactions: readonly Interaction[], a: string, b: string): Interaction | undefined {
  if (a === "" || b === "") return undefined;
  return interactions.filter((each) => covers(each, a, b)).sort(byGravity)[0];
}

const gravityOf = ({ severity }: Interaction) => grades.indexOf(severity);

const byGravity = (a: Interaction, b: Interaction) =>
  gravityOf(a) - gravityOf(b) ||
  b.atcA.length + b.atcB.length - (a.atcA.length + a.atcB.length) ||
  (`${a.atcA} ${a.atcB}` < `${b.atcA} ${b.atcB}` ? -1 : 1);
