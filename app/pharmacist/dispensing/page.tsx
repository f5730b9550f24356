import { getLocale, getTranslations } from "next-intl/server";
import { LiveRefresh } from "@/components/live/live-refresh";
import { Badge } from "@/components/ui/badge";
import { AppLink } from "@/components/ui/button-link";
import { Card } from "@/components/ui/card";
import { formatDistance } from "@/components/ui/moment";
import { PageHeader } from "@/components/ui/page-header";
import { requireActor } from "@/lib/auth/actor";
import { channels } from "@/lib/domain/realtime";
import { pick } from "@/lib/i18n/locale";
import { pageTitle } from "@/lib/i18n/metadata";
import { type BoardRow, boardStates, dispensingBoard } from "@/lib/queries/pharmacist/dispensing-board";
import { liveConfig } from "@/lib/web/live-config";

export const generateMetadata = pageTitle("pharmacist", "dispensing.title");

export default async function DispensingPage() {
  const actor = await requireActor("pharmacist", "head_pharmacist");
  const now = new Date();
  const [rows, t] = await Promise.all([dispensingBoard(actor, now), getTranslations("pharmacist.dispensing")]);
  return (
    <>
      <PageHeader
        title={t("title")}
        lead={t("underWay", { count: rows.filter(({ status }) => status !== "shipped").length })}
      />
      <div className="grid gap-x-5 gap-y-7 md:grid-cols-2 2xl:grid-cols-3">
        {boardStates.map((state) => {
          const here = rows.filter(({ status }) => status === state);
          return (
            <section key={state} aria-labelledby={state} className="grid content-start gap-3">
              <h2 id={state} className="flex items-baseline justify-between border-line border-b pb-1.5 font-semibold">
                {t(`state.${state}`)}
                <span className="text-ink-muted tabular-nums">{here.length}</span>
              </h2>
              {here.length === 0 ? (
                <p className="text-ink-muted text-sm">{t("none")}</p>
              ) : (
                <ul className="grid gap-3">
                  {here.map((row) => (
                    <li key={row.id}>
                      <Row row={row} now={now} />
                    </li>
                  ))}
                </ul>
              )}
            </section>
          );
        })}
      </div>
      <LiveRefresh config={liveConfig()} channels={[channels.dispensingDesk]} />
    </>
  );
}

async function Row({ row, now }: { row: BoardRow; now: Date }) {
  const [t, terms, locale] = await Promise.all([
    getTranslations("pharmacist.dispensing"),
    getTranslations("terms"),
    getLocale(),
  ]);
  return (
    <Card className="relative grid gap-1 hover:border-line-strong">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <h3 className="font-semibold tabular-nums">
          <AppLink href={`/pharmacist/orders/${row.id}`} className="after:absolute after:inset-0 after:rounded-lg">
            {row.number}
          </AppLink>
        </h3>
        <span className="flex gap-1.5">
          {row.isCold && <Badge tone="info">{t("cold")}</Badge>}
          <Badge tone={row.fulfilment === "pickup" ? "primary" : "neutral"}>
            {terms(`fulfilment.${row.fulfilment}`)}
          </Badge>
        </span>
      </div>
      <p className="flex flex-wrap gap-x-3 text-ink-muted text-sm">
        <span>{t("packs", { count: row.packs })}</span>
        {row.carrier && <span>{pick(locale, row.carrier.nameZh, row.carrier.nameEn)}</span>}
        {row.shelf && <span>{t("onShelf", { shelf: row.shelf })}</span>}
        {row.paidAt && <span className="ml-auto">{formatDistance(row.paidAt, now, locale)}</span>}
      </p>
    </Card>
  );
}
