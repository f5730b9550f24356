/** Allergies (SNOMED CT) that concern no medicine: screened, and found to be of no consequence. */
export const nonDrugAllergies: readonly { readonly snomed: string; readonly display: string }[] = [
  { snomed: "419474003", display: "Allergy to mould" },
  { snomed: "232350006", display: "House dust mite allergy" },
  { snomed: "232347008", display: "Dander (animal) allergy" },
  { snomed: "418689008", display: "Allergy to grass pollen" },
  { snomed: "419263009", display: "Allergy to tree pollen" },
  { snomed: "420174000", display: "Allergy to wheat" },
  { snomed: "424213003", display: "Allergy to bee venom" },
];
