import { getLocale, getTranslations } from "next-intl/server";
import { amountText } from "@/lib/domain/dose";
import type { Finding, Severity } from "@/lib/domain/finding";
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
}

/** Findings in the reader's language; `names` gives each prescribed medicine's name by its id. */
export async function findingLines(
  findings: readonly Finding[],
  names: ReadonlyMap<string, string>,
): Promise<FindingLine[]> {
  const [t, locale] = [await getTranslations("terms"), await getLocale()];
  const joined = new Intl.ListFormat(locale, { type: "conjunction" });
  return findings.map(({ code, severity, rule, medicineIds, params, advice }) => {
    const { unit, dose, most, grade, class: controlled, ...rest } = params;
    const amount = (value: string | number | undefined) =>
      typeof value === "number" && typeof unit === "string" ? amountText(value, unit, locale) : (value ?? "");
    const text = t(`finding.${"with" in params ? `${code}_with` : code}`, {
      ...rest,
      medicines: joined.format(medicineIds.map((id) => names.get(id) ?? "")),
      ...{ dose: amount(dose), most: amount(most) },
      grade: grade === undefined ? "" : t(`interactionGrade.${grade}`),
      class: controlled === undefined ? "" : t(`controlledClass.${controlled}`),
    });
    return {
      key: [code, ...medicineIds, params.with].join(" "),
      ...{ code, severity, rule, text },
      severityLabel: t(`severity.${severity}`),
      advice: advice && pick(locale, advice.zh, advice.en),
    };
  });
}
