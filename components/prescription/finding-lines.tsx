import { getLocale, getTranslations } from "next-intl/server";
import { amountText } from "@/lib/domain/dose";
import { type Finding, findingKey, type Severity } from "@/lib/domain/finding";
import { needsOverride } from "@/lib/domain/prescribing";
import { pick } from "@/lib/i18n/locale";

/** A finding in the reader's words, for whoever draws it: on the server or in the browser. */
export interface FindingLine {
  readonly key: string;
  readonly code: Finding["code"];
  readonly severity: Severity;
  readonly severityLabel: string;
  readonly rule: Finding["rule"];
  readonly text: string;
  readonly advice: string | null;
  /** What the doctor answered, where it was answered. */
  readonly answer?: string;
  /** Whether the doctor has to give a reason of its own for it. */
  readonly isAnswerable: boolean;
}

type Answers = readonly { readonly finding: string; readonly reason: string }[];

/** Findings in the reader's language; `names` gives each prescribed medicine's name by its id, `answers` the doctor's reasons. */
export async function findingLines(
  findings: readonly Finding[],
  names: ReadonlyMap<string, string>,
  answers: Answers = [],
): Promise<FindingLine[]> {
  const [t, locale] = [await getTranslations("terms"), await getLocale()];
  const joined = new Intl.ListFormat(locale, { type: "conjunction" });
  return findings.map((finding) => {
    const { code, severity, rule, medicineIds, params, advice } = finding;
    const key = findingKey(finding);
    const { unit, dose, most, least, grade, class: controlled, ...rest } = params;
    const amount = (value: string | number | undefined) =>
      typeof value === "number" && typeof unit === "string" ? amountText(value, unit, locale) : (value ?? "");
    const text = t(`finding.${"with" in params ? `${code}_with` : code}`, {
      ...rest,
      medicines: joined.format(medicineIds.map((id) => names.get(id) ?? "")),
      ...{ dose: amount(dose), most: amount(most), least: amount(least) },
      grade: grade === undefined ? "" : t(`interactionGrade.${grade}`),
      class: controlled === undefined ? "" : t(`controlledClass.${controlled}`),
    });
    return {
      ...{ key, code, severity, rule, text },
      // `*`: versions of before each warning had a reason of its own.
      answer: answers.find((each) => each.finding === key || each.finding === "*")?.reason,
      isAnswerable: needsOverride(finding),
      severityLabel: t(`severity.${severity}`),
      advice: advice && pick(locale, advice.zh, advice.en),
    };
  });
}
