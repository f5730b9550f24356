import clsx from "clsx";
import { getLocale, getTranslations } from "next-intl/server";
import { dueKey, URGENT_MINUTES } from "@/app/doctor/open-row";
import { Badge } from "@/components/ui/badge";
import { AppLink } from "@/components/ui/button-link";
import { Countdown } from "@/components/ui/countdown";
import type { OpenRow } from "@/lib/queries/doctor/open-list";

/** The queue beside the open consultation: who is next, one press away. */
export async function QueueList({ rows, current, now }: { rows: readonly OpenRow[]; current: string; now: Date }) {
  const [t, locale] = await Promise.all([getTranslations("doctor"), getLocale()]);
  return (
    <nav aria-label={t("queue.title")}>
      <ul className="grid gap-1">
        {rows.map((row) => (
          <li key={row.id}>
            <AppLink
              href={`/doctor/consultations/${row.id}`}
              aria-current={row.id === current ? "page" : undefined}
              className={clsx(
                "grid gap-0.5 rounded-md px-3 py-2",
                row.id === current ? "bg-primary-tint text-primary-tint-ink" : "hover:bg-surface-sunken",
              )}
            >
              <span className="flex items-center justify-between gap-2">
                <span className="font-medium">{row.patient.name}</span>
                {row.unread > 0 && row.id !== current && (
                  <Badge tone="danger">{t("queue.unread", { count: row.unread })}</Badge>
                )}
              </span>
              <span className="truncate text-sm">{row.symptoms}</span>
              {row.dueAt && (
                <span className="text-sm">
                  {t(`due.${dueKey(row)}`)}{" "}
                  <Countdown
                    due={row.dueAt.toISOString()}
                    from={now.toISOString()}
                    locale={locale}
                    over={t("due.over")}
                    urgentMinutes={URGENT_MINUTES}
                  />
                </span>
              )}
            </AppLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
