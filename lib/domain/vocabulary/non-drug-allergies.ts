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

/** Entries (SNOMED CT) that say there is no allergy. */
export const noKnownAllergies: readonly { readonly snomed: string; readonly display: string }[] = [
  { snomed: "716186003", display: "No known allergy" },
  { snomed: "409137002", display: "No known drug allergy" },
  { snomed: "429625007", display: "No known food allergy" },
  { snomed: "428607008", display: "No known environmental allergy" },
];
