import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { Alert } from "@/components/ui/alert";
import { citation, type RuleId, rules } from "@/lib/domain/rules";

interface Refused {
  readonly code: string;
  readonly rule: string | undefined;
  readonly params: Readonly<Record<string, string | number>>;
}

const isRule = (id: string | undefined): id is RuleId => id !== undefined && id in rules;

/** Why something cannot be done, by which rule, and what can be done next. */
export async function RefusalNotice({ refusal, action }: { refusal: Refused; action?: ReactNode }) {
  const [t, errors, locale] = await Promise.all([
    getTranslations("booking.refused"),
    getTranslations("errors"),
    getLocale(),
  ]);
  return (
    <Alert tone="warning" title={t("title")} action={action}>
      <p>{errors(refusal.code, refusal.params)}</p>
      {isRule(refusal.rule) && (
        <p className="mt-1 text-xs">{t("rule", { citation: citation(refusal.rule, locale).text })}</p>
      )}
    </Alert>
  );
}
