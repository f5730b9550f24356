import { getLocale, getTranslations } from "next-intl/server";
import { ImportTable } from "@/components/form/import-table";
import { Badge } from "@/components/ui/badge";
import { buttonClass } from "@/components/ui/button";
import { AppLink, ButtonLink } from "@/components/ui/button-link";
import { DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { Price } from "@/components/ui/price";
import { askedSearch, SearchForm } from "@/components/ui/search-form";
import { requireActor } from "@/lib/auth/actor";
import { pick } from "@/lib/i18n/locale";
import { pageTitle } from "@/lib/i18n/metadata";
import { formularyList } from "@/lib/queries/admin/formulary";

export const generateMetadata = pageTitle("formulary", "title");

const faultKinds = [
  ...(["required", "number_invalid", "choose_one", "too_long", "code_invalid", "atc_invalid", "code_twice"] as const),
  ...(["doses_out_of_order", "dose_ranges_unreadable", "column_missing"] as const),
] as const;

/** The formulary: searched, opened to be changed, taken out and in as a table. */
export default async function FormularyPage({ searchParams }: { searchParams: Promise<{ q?: string | string[] }> }) {
  await requireActor("admin");
  const search = askedSearch((await searchParams).q);
  const [rows, t, errors, common, terms, locale] = await Promise.all([
    formularyList(search),
    getTranslations("formulary"),
    getTranslations("errors"),
    getTranslations("common"),
    getTranslations("terms"),
    getLocale(),
  ]);
  return (
    <div className="grid gap-5">
      <PageHeader
        title={t("title")}
        lead={t("lead")}
        actions={
          <span className="flex flex-wrap gap-2">
            <a className={buttonClass("secondary")} href="/api/formulary" download>
              {t("export")}
            </a>
            <ButtonLink href="/admin/formulary/new">{t("new")}</ButtonLink>
          </span>
        }
      />
      <ImportTable
        address="/api/formulary"
        texts={{
          ...{ title: t("import.title"), lead: t("import.lead"), file: t("import.file"), check: t("import.check") },
          ...{ take: t("import.take"), would: t("import.would"), taken: t("import.taken"), faults: t("import.faults") },
          ...{ line: t("import.line"), unreachable: common("unreachable") },
          kinds: Object.fromEntries(faultKinds.map((kind) => [kind, errors(kind)])),
        }}
      />
      <SearchForm label={t("search")} submit={t("submit")} search={search} />
      <DataTable
        caption={t("title")}
        rows={rows}
        rowKey={(row) => row.id}
        empty={<EmptyState title={t("none")} />}
        columns={[
          { id: "code", head: t("field.code"), cell: (row) => row.code },
          {
            id: "name",
            head: t("name"),
            cell: (row) => (
              <AppLink href={`/admin/formulary/${row.id}`}>
                {pick(locale, row.nameZh, row.nameEn)} {pick(locale, row.strengthZh, row.strengthEn)}
              </AppLink>
            ),
          },
          { id: "atc", head: t("field.atc"), cell: (row) => row.atc },
          { id: "price", head: t("price"), numeric: true, cell: (row) => <Price fen={row.priceFen} locale={locale} /> },
          {
            id: "marks",
            head: t("marks"),
            cell: (row) => (
              <span className="flex flex-wrap gap-1.5">
                {!row.isActive && <Badge>{t("inactive")}</Badge>}
                {row.controlledClass !== "none" && (
                  <Badge tone="danger">{terms(`controlledClass.${row.controlledClass}`)}</Badge>
                )}
                {row.isDemonstration && <Badge tone="info">{t("demonstration")}</Badge>}
              </span>
            ),
          },
        ]}
      />
    </div>
  );
}
