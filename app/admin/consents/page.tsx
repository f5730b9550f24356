import { getLocale, getTranslations } from "next-intl/server";
import { Badge } from "@/components/ui/badge";
import { AppLink } from "@/components/ui/button-link";
import { DataTable } from "@/components/ui/data-table";
import { formatMoment } from "@/components/ui/moment";
import { PageHeader } from "@/components/ui/page-header";
import { requireActor } from "@/lib/auth/actor";
import { pageTitle } from "@/lib/i18n/metadata";
import { consentDesk } from "@/lib/queries/admin/consents";
import { stateTone } from "./state-tone";

export const generateMetadata = pageTitle("consent", "desk.metaTitle");

export default async function ConsentsPage() {
  await requireActor("admin");
  const [rows, t, terms, locale] = await Promise.all([
    consentDesk(new Date()),
    getTranslations("consent.desk"),
    getTranslations("terms.consentKind"),
    getLocale(),
  ]);
  return (
    <div className="grid gap-5">
      <PageHeader title={t("title")} lead={t("lead")} />
      <DataTable
        caption={t("title")}
        rows={rows}
        rowKey={(row) => row.id}
        columns={[
          { id: "kind", head: t("kind"), cell: (row) => terms(row.kind) },
          { id: "version", head: t("version"), cell: (row) => row.version, numeric: true },
          {
            id: "state",
            head: t("state"),
            cell: (row) => <Badge tone={stateTone[row.state]}>{t(`states.${row.state}`)}</Badge>,
          },
          { id: "from", head: t("inForce"), cell: (row) => formatMoment(row.effectiveFrom, locale, "long") },
          { id: "agreed", head: t("agreed"), cell: (row) => row.agreed, numeric: true },
          {
            id: "open",
            head: "",
            cell: (row) => (
              <AppLink
                href={`/admin/consents/${row.kind}`}
                aria-label={t("openFor", { name: `${terms(row.kind)} ${row.version}` })}
              >
                {t("open")}
              </AppLink>
            ),
          },
        ]}
      />
    </div>
  );
}
