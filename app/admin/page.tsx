import clsx from "clsx";
import { redirect } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { RefreshEvery } from "@/components/live/refresh-every";
import { Badge } from "@/components/ui/badge";
import { AppLink, ButtonLink } from "@/components/ui/button-link";
import { Card, Section } from "@/components/ui/card";
import { formatMoment } from "@/components/ui/moment";
import { PageHeader } from "@/components/ui/page-header";
import { requireActor } from "@/lib/auth/actor";
import { boardGroups, boardTiles } from "@/lib/domain/board";
import { pageTitle } from "@/lib/i18n/metadata";
import { liveBoard } from "@/lib/queries/admin/board";

export const generateMetadata = pageTitle("admin", "board.title");

const groups = ["care", "medicine", "money", "system", "people"] as const;

/** What waits for somebody right now, each with the place where one acts. */
export default async function BoardPage() {
  const actor = await requireActor("admin", "auditor", "support");
  if (actor.role === "support") redirect("/admin/requests");
  const now = new Date();
  const [board, t, locale] = await Promise.all([liveBoard(now), getTranslations("admin.board"), getLocale()]);
  const number = new Intl.NumberFormat(locale);
  const mayAct = (roles: readonly string[]) => roles.includes(actor.role);
  return (
    <div className="grid gap-8">
      <RefreshEvery seconds={15} />
      <PageHeader
        title={t("title")}
        lead={t("lead", { at: formatMoment(now, locale) })}
        actions={
          <ButtonLink href="/admin/reports" variant="secondary">
            {t("toReports")}
          </ButtonLink>
        }
      />
      {groups.map((group) => (
        <Section key={group} title={t(`group.${group}`)} small>
          <ul className="grid gap-4 sm:grid-cols-2 xl:grid-cols-3">
            {boardGroups[group].map((tile) => {
              const { count, at, isBad } = board[tile];
              const { href, roles } = boardTiles[tile];
              return (
                <li key={tile}>
                  <Card className={clsx("grid h-full content-start gap-1", isBad && "border-danger")}>
                    <h3 className="flex flex-wrap items-center justify-between gap-2 text-sm">
                      {mayAct(roles) ? <AppLink href={href}>{t(`tile.${tile}`)}</AppLink> : t(`tile.${tile}`)}
                      {isBad && <Badge tone="danger">{t("late")}</Badge>}
                    </h3>
                    <p className="font-semibold text-2xl tabular-nums">{number.format(count)}</p>
                    <p className="text-ink-muted text-sm">
                      {at
                        ? t(tile === "breaking" || tile === "requests" ? "firstDue" : "oldest", {
                            at: formatMoment(new Date(at), locale),
                          })
                        : t("none")}
                    </p>
                  </Card>
                </li>
              );
            })}
          </ul>
        </Section>
      ))}
    </div>
  );
}
