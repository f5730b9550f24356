import "server-only";
import { createTranslator } from "use-intl/core";
import type { Breakdown, ReportId } from "@/lib/domain/report";
import { citation, type RuleId, rules } from "@/lib/domain/rules";
import { returnReasons } from "@/lib/domain/vocabulary/return-reasons";
import { isLocale, pick } from "@/lib/i18n/locale";
import { messagesFor } from "@/lib/i18n/messages";

type Names = ReadonlyMap<string, { readonly nameZh: string; readonly nameEn: string }>;
type Words = (key: string) => string;

/** What keys mean, by breakdown, where it is the same in every report: namespace and path of the word. */
const wordOf: Partial<Record<Breakdown, readonly [namespace: "terms" | "reports", path: string]>> = {
  purpose: ["terms", "paymentPurpose"],
  fulfilment: ["terms", "fulfilment"],
  decision: ["reports", "decision"],
  movement: ["reports", "movement"],
  kind: ["terms", "requestKind"],
};

/** How a report's outcomes are called elsewhere. */
const outcomes: Partial<Record<ReportId, readonly string[]>> = {
  consultations: ["consultationStatus"],
  dispensing: ["orderStatus"],
  deliveries: ["shipmentStatus"],
  requests: ["requestOutcome", "requestStatus"],
};

/** What a report's keys are called in a language, inside a request and outside: `names` are those that stand in the database. */
export async function keyWords(locale: string, report: ReportId, breakdown: Breakdown, names: Names) {
  const language = isLocale(locale) ? locale : "zh-CN";
  const messages = await messagesFor(language);
  const words = {
    terms: createTranslator({ locale: language, messages, namespace: "terms" }),
    reports: createTranslator({ locale: language, messages, namespace: "reports" }),
  };
  const word = (namespace: keyof typeof words, path: string): string | undefined =>
    words[namespace].has(path as never) ? (words[namespace] as unknown as Words)(path) : undefined;
  const spoken = (key: string): string | undefined => {
    const named = names.get(key);
    if (named) return pick(locale, named.nameZh, named.nameEn);
    const common = wordOf[breakdown];
    if (common) return word(common[0], `${common[1]}.${key}`);
    if (breakdown === "service")
      return key
        .split(":")
        .map((part, index) => word("terms", `${index === 0 ? "service" : "channel"}.${part}`) ?? part)
        .join(" · ");
    if (breakdown === "hour") return `${key}:00–${key}:59`;
    if (breakdown === "stars") return "★".repeat(Number(key));
    if (breakdown === "rule")
      return Object.hasOwn(rules, key) ? `${key} ${citation(key as RuleId, language).text}` : key;
    if (breakdown === "outcome")
      return outcomes[report]?.map((group) => word("terms", `${group}.${key}`)).find((found) => found !== undefined);
    if (breakdown !== "reason") return undefined;
    if (report === "refunds") return word("terms", `refundReason.${key}`);
    const reason = returnReasons.find(({ code }) => code === key);
    return reason && pick(locale, reason.zh, reason.en);
  };
  return (key: string): string => (key === "" ? "—" : (spoken(key) ?? key));
}
