import { getLocale, getTranslations } from "next-intl/server";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { DateTime } from "@/components/ui/date-time";
import { formatMoment } from "@/components/ui/moment";
import type { AccessEntry } from "@/lib/domain/access-log";
import { pick } from "@/lib/i18n/locale";

/** Who looked at a person's record or changed it, what he or she did there, and why. */
export async function AccessList({ entries }: { entries: readonly AccessEntry[] }) {
  const [t, roles, locale] = await Promise.all([
    getTranslations("privacy"),
    getTranslations("terms.role"),
    getLocale(),
  ]);
  const nameOf = ({ who }: AccessEntry) =>
    who.kind === "staff"
      ? t("access.who.staff", { name: pick(locale, who.nameZh, who.nameEn), role: roles(who.role) })
      : t(`access.who.${who.kind}`);
  const reasonOf = ({ reason }: AccessEntry) =>
    reason &&
    (reason.number === null
      ? t(`access.familyReason.${reason.kind}`)
      : t(`access.reason.${reason.kind}`, { number: reason.number }));
  const timesOf = ({ firstAt, lastAt, times: count }: AccessEntry) => {
    const [from, to] = [formatMoment(firstAt, locale, "time"), formatMoment(lastAt, locale, "time")];
    return from === to ? t("access.count", { count }) : t("access.times", { from, to, count });
  };
  return (
    <Card className="overflow-hidden !p-0">
      <ol aria-label={t("access.list")} className="divide-y divide-line">
        {entries.map((entry) => (
          <li key={entry.id} className="grid gap-0.5 px-4 py-3">
            <p className="flex flex-wrap items-baseline justify-between gap-x-4">
              <span className="font-medium">{nameOf(entry)}</span>
              <DateTime at={entry.lastAt} locale={locale} className="text-ink-muted text-sm tabular-nums" />
            </p>
            <p className="flex flex-wrap items-center gap-2">
              {t.has(`deeds.${entry.action}`) ? t(`deeds.${entry.action}`) : t("deeds.other")}
              {!entry.isAllowed && <Badge tone="warning">{t("access.refused")}</Badge>}
            </p>
            {entry.reason && <p className="text-ink-muted text-sm">{reasonOf(entry)}</p>}
            {entry.times > 1 && <p className="text-ink-muted text-sm tabular-nums">{timesOf(entry)}</p>}
          </li>
        ))}
      </ol>
    </Card>
  );
}
