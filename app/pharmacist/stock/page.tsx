import { getLocale, getTranslations } from "next-intl/server";
import { Badge } from "@/components/ui/badge";
import { AppLink, ButtonLink } from "@/components/ui/button-link";
import { DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { formatDay } from "@/components/ui/moment";
import { PageHeader } from "@/components/ui/page-header";
import { askedSearch, SearchForm } from "@/components/ui/search-form";
import { Tabs } from "@/components/ui/tabs";
import { requireActor } from "@/lib/auth/actor";
import { batchState, LOW_PACKS } from "@/lib/domain/stock";
import { pick } from "@/lib/i18n/locale";
import { pageTitle } from "@/lib/i18n/metadata";
import { stock, stockLists } from "@/lib/queries/pharmacist/stock";

export const generateMetadata = pageTitle("pharmacist", "stock.title");

const toneOf = { expired: "danger", near: "warning", good: "neutral" } as const;

const hrefOf = (list: string) => (list === "all" ? "/pharmacist/stock" : `/pharmacist/stock?list=${list}`);

export default async function StockPage({
  searchParams,
}: {
  searchParams: Promise<{ q?: string | string[]; list?: string }>;
}) {
  await requireActor("pharmacist", "head_pharmacist");
  const { q, list: asked } = await searchParams;
  const search = askedSearch(q);
  const list = stockLists.find((name) => name === asked) ?? "all";
  const now = new Date();
  const [rows, t, locale] = await Promise.all([
    stock(search, list, now),
    getTranslations("pharmacist.stock"),
    getLocale(),
  ]);
  return (
    <>
      <PageHeader
        title={t("title")}
        actions={
          <span className="flex flex-wrap gap-2">
            <ButtonLink href="/pharmacist/stock/returned" variant="secondary">
              {t("returned")}
            </ButtonLink>
            <ButtonLink href="/pharmacist/stock/receive">{t("receive")}</ButtonLink>
          </span>
        }
      />
      <Tabs
        label={t("lists")}
        current={hrefOf(list)}
        tabs={stockLists.map((name) => ({ href: hrefOf(name), label: t(`list.${name}`) }))}
      />
      <div className="my-5">
        <SearchForm label={t("search")} submit={t("submit")} search={search} />
      </div>
      <DataTable
        caption={t("title")}
        rows={rows.map((row) => ({
          ...row,
          free: row.batches.reduce(
            (sum, batch) =>
              sum +
              (batch.recalledAt || batchState(batch.expiresOn, now) === "expired"
                ? 0
                : batch.quantity - batch.reserved),
            0,
          ),
        }))}
        rowKey={(row) => row.id}
        empty={<EmptyState title={t("none")} />}
        columns={[
          { id: "code", head: t("code"), cell: (row) => <span className="whitespace-nowrap">{row.code}</span> },
          {
            id: "name",
            head: t("name"),
            cell: (row) => (
              <>
                {pick(locale, row.nameZh, row.nameEn)}{" "}
                <span className="text-ink-muted">{pick(locale, row.strengthZh, row.strengthEn)}</span>
              </>
            ),
          },
          {
            id: "free",
            head: t("free"),
            numeric: true,
            cell: (row) =>
              row.free < LOW_PACKS ? <Badge tone="warning">{t("low", { count: row.free })}</Badge> : row.free,
          },
          {
            id: "batches",
            head: t("batches"),
            cell: (row) => (
              <ul className="grid gap-1">
                {row.batches.map((batch) => {
                  const state = batchState(batch.expiresOn, now);
                  return (
                    <li key={batch.id} className="flex flex-wrap gap-x-3">
                      <AppLink href={`/pharmacist/stock/${batch.id}`} className="tabular-nums">
                        {batch.number}
                      </AppLink>
                      {batch.recalledAt && <Badge tone="danger">{t("recalled")}</Badge>}
                      <Badge tone={toneOf[state]}>
                        {t(`expiry.${state}`, { day: formatDay(batch.expiresOn, locale) })}
                      </Badge>
                      <span>{t("held", { quantity: batch.quantity, reserved: batch.reserved })}</span>
                    </li>
                  );
                })}
              </ul>
            ),
          },
        ]}
      />
    </>
  );
}
