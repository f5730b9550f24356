import { type Finding, type FindingCode, finding } from "./finding";
import { isIn } from "./patient-state";
import { severityOf } from "./screen-severity";
import type { Contraindication, ScreenedItem, ScreenedPatient, Screening } from "./screened";

const codeOf: Readonly<Record<string, FindingCode>> = {
  pregnancy: "in_pregnancy",
  lactation: "in_lactation",
  kidney: "in_kidney",
  liver: "in_liver",
  age: "under_age",
  diagnosis: "contraindication",
};

/** R19: each medicine against the patient's age, states and diagnoses; the gravest of a kind counts. */
export function screenPatient({ items, patient, contraindications }: Screening): Finding[] {
  const all = items.map(({ medicine }) => medicine.id);
  return [
    ...(patient.states.includes("pregnant") && items.length > 0 ? [finding("pregnancy", "note", "R19", all)] : []),
    ...items.flatMap(({ medicine }) => [
      ...(patient.ageMonths < medicine.minAgeMonths
        ? [finding("age", "reason", "R19", [medicine.id], { params: { months: medicine.minAgeMonths } })]
        : []),
      ...contraindications
        .filter((each) => each.atc !== "" && medicine.atc.startsWith(each.atc) && applies(each, patient))
        .map((each) => contraindicated(medicine, each, patient)),
    ]),
  ];
}

function applies({ kind, icd10, underMonths }: Contraindication, patient: ScreenedPatient): boolean {
  if (kind === "diagnosis") return icd10 !== "" && patient.conditions.some((code) => code.startsWith(icd10));
  if (kind === "age") return underMonths !== null && patient.ageMonths < underMonths;
  return isIn(patient.states, kind);
}

function contraindicated({ id }: ScreenedItem["medicine"], each: Contraindication, patient: ScreenedPatient): Finding {
  const { kind, icd10, underMonths, severity } = each;
  const code = patient.conditions.find((condition) => icd10 !== "" && condition.startsWith(icd10));
  return finding(codeOf[kind] ?? "contraindication", severityOf(severity), "R19", [id], {
    params: {
      grade: severity,
      ...(kind === "diagnosis" && code !== undefined && { with: code }),
      ...(underMonths !== null && { months: underMonths }),
    },
    advice: { zh: `${each.mechanismZh}${each.adviceZh}`, en: `${each.mechanismEn} ${each.adviceEn}` },
  });
}
