import { getLocale, getTranslations } from "next-intl/server";
import { Badge } from "@/components/ui/badge";
import { AppLink, ButtonLink } from "@/components/ui/button-link";
import { DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { requireActor } from "@/lib/auth/actor";
import { pick } from "@/lib/i18n/locale";
import { pageTitle } from "@/lib/i18n/metadata";
import { departmentList } from "@/lib/queries/admin/departments";

export const generateMetadata = pageTitle("departments", "title");

export default async function DepartmentsPage() {
  await requireActor("admin");
  const [rows, t, locale] = await Promise.all([departmentList(), getTranslations("departments"), getLocale()]);
  return (
    <div className="grid gap-5">
      <PageHeader
        title={t("title")}
        lead={t("lead")}
        actions={<ButtonLink href="/admin/departments/new">{t("add")}</ButtonLink>}
      />
      <DataTable
        caption={t("title")}
        rows={rows}
        rowKey={(row) => row.id}
        empty={<EmptyState title={t("none")} />}
        columns={[
          {
            id: "name",
            head: t("name"),
            cell: (row) => (
              <AppLink href={`/admin/departments/${row.id}`}>{pick(locale, row.nameZh, row.nameEn)}</AppLink>
            ),
          },
          { id: "code", head: t("field.code"), cell: (row) => row.code },
          { id: "doctors", head: t("doctors"), numeric: true, cell: (row) => row._count.doctors },
          { id: "window", head: t("field.recordWindowDays"), numeric: true, cell: (row) => row.recordWindowDays },
          {
            id: "state",
            head: t("state"),
            cell: (row) => (
              <Badge tone={row.isActive ? "success" : "neutral"}>{t(row.isActive ? "open" : "closed")}</Badge>
            ),
          },
        ]}
      />
    </div>
  );
}
