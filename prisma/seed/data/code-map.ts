import type { ConditionMapping, MedicationMapping } from "./types";

/**
 * SNOMED CT → ICD-10, for what the sample records contain. Left out on purpose, for want of certainty: 444814009
 * (viral sinusitis, acute or not unsaid) and 703151001 (history of a single seizure); the doctor decides on those.
 */
export const conditionMap: readonly ConditionMapping[] = [
  { snomed: "10509002", icd10: "J20.9", display: "Acute bronchitis" },
  { snomed: "124171000119105", icd10: "G43.0", display: "Chronic intractable migraine without aura" },
  { snomed: "128613002", icd10: "G40.9", display: "Seizure disorder" },
  { snomed: "15777000", icd10: "R73.0", display: "Prediabetes" },
  { snomed: "162864005", icd10: "E66.9", display: "Body mass index 30+ - obesity" },
  { snomed: "185086009", icd10: "J44.9", display: "Chronic obstructive bronchitis" },
  { snomed: "195662009", icd10: "J02.8", display: "Acute viral pharyngitis" },
  { snomed: "232353008", icd10: "J30.3", display: "Perennial allergic rhinitis with seasonal variation" },
  { snomed: "233678006", icd10: "J45.9", display: "Childhood asthma" },
  { snomed: "24079001", icd10: "L20.9", display: "Atopic dermatitis" },
  { snomed: "301011002", icd10: "N39.0", display: "Escherichia coli urinary tract infection" },
  { snomed: "367498001", icd10: "J30.2", display: "Seasonal allergic rhinitis" },
  { snomed: "36971009", icd10: "J32.9", display: "Sinusitis" },
  { snomed: "38341003", icd10: "I10", display: "Hypertension" },
  { snomed: "39848009", icd10: "S13.4", display: "Whiplash injury to neck" },
  { snomed: "40055000", icd10: "J32.9", display: "Chronic sinusitis" },
  { snomed: "43878008", icd10: "J02.0", display: "Streptococcal sore throat" },
  { snomed: "62106007", icd10: "S06.0", display: "Concussion with no loss of consciousness" },
  { snomed: "62564004", icd10: "S06.0", display: "Concussion with loss of consciousness" },
  { snomed: "65966004", icd10: "S52.9", display: "Fracture of forearm" },
  { snomed: "72892002", icd10: "Z34.9", display: "Normal pregnancy" },
];

/** RxNorm → ATC and ingredients, for what the sample records contain. */
export const medicationMap: readonly MedicationMapping[] = [
  {
    rxnorm: "1094107",
    atc: "G04BX06",
    ingredients: ["phenazopyridine"],
    display: "Phenazopyridine hydrochloride 100 MG Oral Tablet",
  },
  {
    rxnorm: "1367439",
    atc: "G02BB01",
    ingredients: ["etonogestrel", "ethinylestradiol"],
    display: "NuvaRing 0.12/0.015 MG per 24HR 21 Day Vaginal Ring",
  },
  { rxnorm: "1605257", atc: "G02BA03", ingredients: ["levonorgestrel"], display: "Liletta 52 MG Intrauterine System" },
  {
    rxnorm: "1870230",
    atc: "C01CA24",
    ingredients: ["epinephrine"],
    display: "Epinephrine 1 MG/ML 0.3 ML Auto-Injector",
  },
  { rxnorm: "282464", atc: "N02BE01", ingredients: ["paracetamol"], display: "Acetaminophen 160 MG Oral Tablet" },
  { rxnorm: "310325", atc: "B03AA07", ingredients: ["ferrous sulfate"], display: "ferrous sulfate 325 MG Oral Tablet" },
  {
    rxnorm: "311989",
    atc: "J01XE01",
    ingredients: ["nitrofurantoin"],
    display: "Nitrofurantoin 5 MG/ML Oral Suspension",
  },
  {
    rxnorm: "311995",
    atc: "J01XE01",
    ingredients: ["nitrofurantoin"],
    display: "Nitrofurantoin, macrocrystals 50 MG Oral Capsule",
  },
  { rxnorm: "313782", atc: "N02BE01", ingredients: ["paracetamol"], display: "Acetaminophen 325 MG Oral Tablet" },
  { rxnorm: "316049", atc: "C03AA03", ingredients: ["hydrochlorothiazide"], display: "Hydrochlorothiazide 25 MG" },
  { rxnorm: "316052", atc: "C03AA03", ingredients: ["hydrochlorothiazide"], display: "Hydrochlorothiazide 6.25 MG" },
  {
    rxnorm: "562251",
    atc: "J01CR02",
    ingredients: ["amoxicillin", "clavulanic acid"],
    display: "Amoxicillin 250 MG / Clavulanate 125 MG Oral Tablet",
  },
  { rxnorm: "665078", atc: "R06AX13", ingredients: ["loratadine"], display: "Loratadine 5 MG Chewable Tablet" },
  {
    rxnorm: "745679",
    atc: "R03AC02",
    ingredients: ["salbutamol"],
    display: "Albuterol 0.09 MG/ACTUAT Metered Dose Inhaler",
  },
  { rxnorm: "748856", atc: "G03AA12", ingredients: ["drospirenone", "ethinylestradiol"], display: "Yaz 28 Day Pack" },
  {
    rxnorm: "748879",
    atc: "G03AA07",
    ingredients: ["levonorgestrel", "ethinylestradiol"],
    display: "Levora 0.15/30 28 Day Pack",
  },
  { rxnorm: "748962", atc: "G03AC01", ingredients: ["norethisterone"], display: "Camila 28 Day Pack" },
  {
    rxnorm: "751905",
    atc: "G03AB09",
    ingredients: ["norgestimate", "ethinylestradiol"],
    display: "Trinessa 28 Day Pack",
  },
  { rxnorm: "807283", atc: "G02BA03", ingredients: ["levonorgestrel"], display: "Mirena 52 MG Intrauterine System" },
  { rxnorm: "831533", atc: "G03AC01", ingredients: ["norethisterone"], display: "Errin 28 Day Pack" },
  {
    rxnorm: "834102",
    atc: "J01CE02",
    ingredients: ["phenoxymethylpenicillin"],
    display: "Penicillin V Potassium 500 MG Oral Tablet",
  },
  {
    rxnorm: "857005",
    atc: "N02AJ22",
    ingredients: ["hydrocodone", "paracetamol"],
    display: "Acetaminophen 325 MG / Hydrocodone Bitartrate 7.5 MG Oral Tablet",
  },
  {
    rxnorm: "895994",
    atc: "R03BA05",
    ingredients: ["fluticasone"],
    display: "Fluticasone propionate 0.044 MG/ACTUAT Metered Dose Inhaler",
  },
  {
    rxnorm: "896209",
    atc: "R03AK06",
    ingredients: ["salmeterol", "fluticasone"],
    display: "Fluticasone propionate 0.25 MG/ACTUAT / salmeterol 0.05 MG/ACTUAT Dry Powder Inhaler",
  },
  {
    rxnorm: "997488",
    atc: "R06AX26",
    ingredients: ["fexofenadine"],
    display: "Fexofenadine hydrochloride 30 MG Oral Tablet",
  },
];
