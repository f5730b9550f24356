import { getLocale, getTranslations } from "next-intl/server";
import { CommandButton } from "@/components/form/command-button";
import { CommandForm } from "@/components/form/command-form";
import { Badge } from "@/components/ui/badge";
import { DataTable } from "@/components/ui/data-table";
import { PageHeader } from "@/components/ui/page-header";
import { Tabs } from "@/components/ui/tabs";
import { requireActor } from "@/lib/auth/actor";
import { pick } from "@/lib/i18n/locale";
import { people } from "@/lib/queries/admin/people";
import { disableStaff, enableStaff } from "./actions";

const groups = ["doctor", "pharmacist", "head_pharmacist", "support", "auditor", "admin"] as const;

export default async function PeoplePage({ searchParams }: { searchParams: Promise<{ role?: string }> }) {
  const actor = await requireActor("admin", "auditor");
  const asked = (await searchParams).role;
  const role = groups.find((group) => group === asked);
  const [t, term, common, locale, rows] = await Promise.all([
    getTranslations("admin.people"),
    getTranslations("terms"),
    getTranslations("common"),
    getLocale(),
    people(role),
  ]);
  const href = (group?: string) => (group ? `/admin/people?role=${group}` : "/admin/people");
  return (
    <div className="grid gap-5">
      <PageHeader title={t("title")} lead={t("lead", { count: rows.length })} />
      <Tabs
        label={t("roles")}
        current={href(role)}
        tabs={[
          { href: href(), label: t("all") },
          ...groups.map((group) => ({ href: href(group), label: term(`role.${group}`) })),
        ]}
      />
      <DataTable
        caption={t("title")}
        rows={rows}
        rowKey={(row) => row.accountId}
        columns={[
          { id: "no", head: t("staffNo"), cell: (row) => row.staffNo },
          { id: "name", head: t("name"), cell: (row) => pick(locale, row.nameZh, row.nameEn) },
          { id: "role", head: t("role"), cell: (row) => term(`role.${row.account.role}`) },
          {
            id: "department",
            head: t("department"),
            cell: ({ account: { doctor } }) =>
              doctor ? pick(locale, doctor.department.nameZh, doctor.department.nameEn) : "—",
          },
          { id: "certificate", head: t("certificate"), cell: (row) => row.certificateNo ?? "—" },
          {
            id: "status",
            head: t("status"),
            cell: ({ account: { status } }) => (
              <Badge tone={status === "active" ? "success" : "danger"}>{t(`statuses.${status}`)}</Badge>
            ),
          },
          {
            id: "action",
            head: t("action"),
            cell: (row) =>
              actor.role === "admin" && row.accountId !== actor.accountId ? (
                <CommandForm
                  action={row.account.status === "active" ? disableStaff : enableStaff}
                  unreachable={common("unreachable")}
                  label={`${row.staffNo} ${t(row.account.status === "active" ? "disable" : "enable")}`}
                >
                  <input type="hidden" name="accountId" value={row.accountId} />
                  <CommandButton size="sm" variant="secondary">
                    {t(row.account.status === "active" ? "disable" : "enable")}
                  </CommandButton>
                </CommandForm>
              ) : null,
          },
        ]}
      />
    </div>
  );
}
