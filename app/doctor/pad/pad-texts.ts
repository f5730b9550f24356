import { getTranslations } from "next-intl/server";
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
  ...(["packs", "stock", "stockShort", "mailable", "total"] as const),
  ...(["plan", "advice", "urgentTitle", "urgentText", "urgentAdd", "urgentSentence"] as const),
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
}

export async function padTexts(): Promise<PadTexts> {
  const [t, common] = [await getTranslations("doctor.pad"), await getTranslations("common")];
  const entries = words.map((key) => [key, String(t.raw(key))] as const);
  return {
    ...(Object.fromEntries(entries) as Record<(typeof words)[number], string>),
    unreachable: common("unreachable"),
    validDay: Array.from({ length: MOST_VALID_DAYS }, (_, index) => t("validDay", { days: index + 1 })),
  };
}
