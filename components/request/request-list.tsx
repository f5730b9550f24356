import { getLocale, getTranslations } from "next-intl/server";
import { Badge } from "@/components/ui/badge";
import { AppLink } from "@/components/ui/button-link";
import { Card } from "@/components/ui/card";
import { Countdown } from "@/components/ui/countdown";
import { EmptyState } from "@/components/ui/empty-state";
import type { requestDesk } from "@/lib/queries/pharmacist/requests";

/** Requests that wait for staff, the most urgent first. `base`: where a request's page stands in this portal. */
export async function RequestList({
  rows,
  base,
  now,
}: {
  rows: Awaited<ReturnType<typeof requestDesk>>;
  base: string;
  now: Date;
}) {
  const [t, terms, locale] = await Promise.all([
    getTranslations("pharmacist.requests"),
    getTranslations("terms"),
    getLocale(),
  ]);
  if (rows.length === 0) return <EmptyState title={t("none")} />;
  return (
    <ul className="grid max-w-4xl gap-3">
      {rows.map((row) => (
        <li key={row.id}>
          <Card className="relative grid gap-1.5 hover:border-line-strong">
            <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
              <h2 className="font-semibold">
                <AppLink href={`${base}/${row.id}`} className="after:absolute after:inset-0 after:rounded-lg">
                  {terms(`requestKind.${row.kind}`)}
                </AppLink>
              </h2>
              <span className="text-ink-muted tabular-nums">{row.order.number}</span>
              <span className="ml-auto">
                <Badge tone={row.status === "answered" ? "neutral" : "next"}>
                  {terms(`requestStatus.${row.status}`)}
                </Badge>
              </span>
            </div>
            <p className="truncate">{row.entries[0]?.body}</p>
            {row.dueAt && row.status !== "answered" && (
              <p className="text-ink-muted text-sm">
                {t("due")}{" "}
                <Countdown due={row.dueAt.toISOString()} from={now.toISOString()} locale={locale} over={t("over")} />
              </p>
            )}
          </Card>
        </li>
      ))}
    </ul>
  );
}
