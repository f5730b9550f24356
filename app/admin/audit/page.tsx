import { getLocale, getTranslations } from "next-intl/server";
import { Badge } from "@/components/ui/badge";
import { AppLink } from "@/components/ui/button-link";
import { Section } from "@/components/ui/card";
import { DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { formatMoment } from "@/components/ui/moment";
import { PageHeader } from "@/components/ui/page-header";
import { requireActor } from "@/lib/auth/actor";
import { AuditSearch } from "@/lib/domain/audit-search";
import { pick } from "@/lib/i18n/locale";
import { pageTitle } from "@/lib/i18n/metadata";
import { type AuditLineFound, auditTrail } from "@/lib/queries/admin/audit";
import { Chain } from "./chain";
import { ExportForm } from "./export-form";
import { SearchFields } from "./search-fields";

export const generateMetadata = pageTitle("audit", "title");

const detailOf = ({ detail }: AuditLineFound): string =>
  Object.entries(detail)
    .map(([name, value]) => `${name}: ${typeof value === "object" ? JSON.stringify(value) : value}`)
    .join(" · ");

/** Who did what, to whom, when, and what was refused; and whether the record of it is whole. */
export default async function AuditPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[]>>;
}) {
  const actor = await requireActor("admin", "auditor");
  const { before, ...asked } = await searchParams;
  const search = AuditSearch.parse(asked);
  const cursor = typeof before === "string" ? before : undefined;
  const [{ rows, next, chain }, t, terms, common, locale] = await Promise.all([
    auditTrail(actor, new Date(), search, cursor),
    getTranslations("audit"),
    getTranslations("terms"),
    getTranslations("common"),
    getLocale(),
  ]);
  const kept = Object.fromEntries(Object.entries(search).filter((entry): entry is [string, string] => !!entry[1]));
  const who = ({ staffNo, nameZh, nameEn, actorRole }: AuditLineFound) => {
    if (actorRole.startsWith("system:")) return t("system", { part: actorRole.slice(7) });
    const role = actorRole === "stranger" ? t("stranger") : terms(`role.${actorRole}`);
    return staffNo ? `${pick(locale, nameZh ?? "", nameEn ?? "")} ${staffNo} · ${role}` : role;
  };
  return (
    <div className="grid gap-6">
      <PageHeader
        title={t("title")}
        lead={t("lead")}
        actions={<ExportForm search={kept} label={t("export")} unreachable={common("unreachable")} />}
      />
      {chain && (
        <Section title={t("chain.title")} small>
          <Chain standing={chain} />
        </Section>
      )}
      <SearchFields search={search} />
      <DataTable
        caption={t("title")}
        rows={rows}
        rowKey={(row) => String(row.id)}
        empty={<EmptyState title={t("none")} />}
        columns={[
          { id: "at", head: t("at"), cell: (row) => formatMoment(row.at, locale, "long") },
          { id: "who", head: t("who"), cell: who },
          {
            id: "action",
            head: t("action"),
            cell: (row) => (
              <span className="flex flex-wrap items-center gap-2">
                <code className="break-all text-sm">{row.action}</code>
                {!row.isAllowed && <Badge tone="danger">{t("denied")}</Badge>}
              </span>
            ),
          },
          { id: "patient", head: t("patient"), cell: (row) => row.patientName ?? "—" },
          {
            id: "detail",
            head: t("detail"),
            cell: (row) => (
              <span className="break-words text-ink-muted text-sm">
                {row.subjectType} {row.subjectId.slice(0, 8)}
                {detailOf(row) && ` · ${detailOf(row)}`}
              </span>
            ),
          },
        ]}
      />
      {next && (
        <p>
          <AppLink href={`/admin/audit?${new URLSearchParams({ ...kept, before: next })}`}>{t("older")}</AppLink>
        </p>
      )}
    </div>
  );
}
