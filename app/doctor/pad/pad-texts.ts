import { getTranslations } from "next-intl/server";
import { type PatientState, patientStates } from "@/lib/domain/patient-state";
import { MOST_VALID_DAYS } from "@/lib/domain/screen-limits";

const words = [
  ...(["diagnosis", "diagnosisHint", "diagnosisNone", "diagnosisAdded", "fromRecord", "remove"] as const),
  ...([
    "medicine",
    "medicineHint",
    "medicineNone",
    "lines",
    "dose",
    "frequency",
    "route",
    "days",
    "note",
    "noteHint",
  ] as const),
  ...(["packs", "lasts", "stock", "stockShort", "mailable", "total", "timing", "anyTime"] as const),
  ...(["patient", "weight", "states", "doseByWeight", "doseLeast", "doseMost", "doseUse"] as const),
  ...(["template", "templateChoose", "templateUse", "templateRemove", "templateRemoved"] as const),
  ...(["templateName", "templateKeep", "templateKept"] as const),
  ...(["assessment", "assessmentHint", "patientConfirmed", "pin", "pinHint"] as const),
  ...(["plan", "advice", "urgentTitle", "urgentText", "urgentSentence"] as const),
  ...(["validDays", "supplyReason", "supplyReasonHint", "guardian", "guardianHint"] as const),
  ...(["checks", "checking", "checksClean", "checksDown", "notScreened", "stopped"] as const),
  ...([
    "overrideReason",
    "overrideReasonHint",
    "secondSignature",
    "secondSignatureHint",
    "submit",
    "submitHint",
  ] as const),
] as const;

/** All that the pad says; `{name}` stands for what `fill` puts there. */
export interface PadTexts extends Readonly<Record<(typeof words)[number], string>> {
  readonly unreachable: string;
  /** "1 day", "2 days" …: what R15 allows. */
  readonly validDay: readonly string[];
  readonly state: Readonly<Record<PatientState, string>>;
}

export async function padTexts(): Promise<PadTexts> {
  const [t, common] = [await getTranslations("doctor.pad"), await getTranslations("common")];
  const entries = words.map((key) => [key, String(t.raw(key))] as const);
  return {
    ...(Object.fromEntries(entries) as Record<(typeof words)[number], string>),
    unreachable: common("unreachable"),
    state: Object.fromEntries(patientStates.map((state) => [state, t(`state.${state}`)])) as PadTexts["state"],
    validDay: Array.from({ length: MOST_VALID_DAYS }, (_, index) => t("validDay", { days: index + 1 })),
  };
}
