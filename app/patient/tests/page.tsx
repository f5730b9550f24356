import { FlaskConical } from "lucide-react";
import { getLocale, getTranslations } from "next-intl/server";
import { testOrderTone } from "@/components/test-order/test-order-tone";
import { Badge } from "@/components/ui/badge";
import { AppLink } from "@/components/ui/button-link";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { formatDay } from "@/components/ui/moment";
import { PageHeader } from "@/components/ui/page-header";
import { requireActor } from "@/lib/auth/actor";
import { followUpTest } from "@/lib/domain/vocabulary/tests";
import { pick } from "@/lib/i18n/locale";
import { pageTitle } from "@/lib/i18n/metadata";
import { myTests } from "@/lib/queries/patient/tests";

export const generateMetadata = pageTitle("tests", "title");

/** The tests that my doctors ordered: what, by when, and whether the result is there. */
export default async function TestsPage() {
  const actor = await requireActor("patient");
  const [rows, t, locale] = await Promise.all([myTests(actor), getTranslations("tests"), getLocale()]);
  return (
    <>
      <PageHeader title={t("title")} lead={t("lead")} />
      {rows.length === 0 && (
        <EmptyState icon={<FlaskConical />} title={t("none")}>
          {t("noneLead")}
        </EmptyState>
      )}
      <ul className="grid gap-3">
        {rows.map(({ id, code, dueOn, status, patient }) => {
          const test = followUpTest(code);
          return (
            <li key={id}>
              <Card className="relative grid gap-1 hover:border-line-strong">
                <p className="flex flex-wrap items-center justify-between gap-2">
                  <AppLink
                    href={`/patient/tests/${id}`}
                    className="font-semibold after:absolute after:inset-0 after:rounded-lg"
                  >
                    {pick(locale, test.zh, test.en)}
                  </AppLink>
                  <Badge tone={testOrderTone(status)}>{t(`status.${status}`)}</Badge>
                </p>
                <p className="text-ink-muted text-sm">
                  {patient.name} · {t("by", { day: formatDay(dueOn, locale) })}
                </p>
              </Card>
            </li>
          );
        })}
      </ul>
    </>
  );
}
