import { getLocale, getTranslations } from "next-intl/server";
import { Badge } from "@/components/ui/badge";
import { AppLink } from "@/components/ui/button-link";
import { Card } from "@/components/ui/card";
import { formatDay } from "@/components/ui/moment";
import { PageHeader } from "@/components/ui/page-header";
import { requireActor } from "@/lib/auth/actor";
import { pageTitle } from "@/lib/i18n/metadata";
import { configKindsStanding } from "@/lib/queries/admin/config";

export const generateMetadata = pageTitle("settings", "title");

/** What the hospital sets as tables, each with its drafts and what comes next. */
export default async function SettingsPage() {
  await requireActor("admin");
  const [kinds, t, locale] = await Promise.all([configKindsStanding(), getTranslations("settings"), getLocale()]);
  return (
    <div className="grid gap-5">
      <PageHeader title={t("title")} lead={t("lead")} />
      <ul className="grid gap-4 sm:grid-cols-2 xl:grid-cols-3">
        {kinds.map(({ kind, drafts, nextDay }) => (
          <li key={kind}>
            <Card className="grid h-full content-start gap-1">
              <h2 className="font-semibold">
                <AppLink href={`/admin/settings/${kind}`}>{t(`kind.${kind}.name`)}</AppLink>
              </h2>
              <p className="text-ink-muted text-sm">{t(`kind.${kind}.about`)}</p>
              <p className="flex flex-wrap gap-2">
                {drafts > 0 && <Badge tone="warning">{t("drafts", { count: drafts })}</Badge>}
                {nextDay && <Badge tone="info">{t("next", { day: formatDay(nextDay, locale) })}</Badge>}
              </p>
            </Card>
          </li>
        ))}
      </ul>
    </div>
  );
}
