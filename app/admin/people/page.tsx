import { getLocale, getTranslations } from "next-intl/server";
import { Badge } from "@/components/ui/badge";
import { AppLink, ButtonLink } from "@/components/ui/button-link";
import { DataTable } from "@/components/ui/data-table";
import { formatDay } from "@/components/ui/moment";
import { PageHeader } from "@/components/ui/page-header";
import { Tabs } from "@/components/ui/tabs";
import { requireActor } from "@/lib/auth/actor";
import { licenceStanding } from "@/lib/domain/licence";
import { pick } from "@/lib/i18n/locale";
import { people } from "@/lib/queries/admin/people";

const standingTone = { good: "neutral", ending: "warning", expired: "danger" } as const;
const statusTone = { active: "success", invited: "info", disabled: "danger" } as const;

const groups = ["doctor", "pharmacist", "head_pharmacist", "support", "auditor", "admin"] as const;

export default async function PeoplePage({ searchParams }: { searchParams: Promise<{ role?: string }> }) {
  const actor = await requireActor("admin", "auditor");
  const now = new Date();
  const asked = (await searchParams).role;
  const role = groups.find((group) => group === asked);
  const [t, term, locale, rows] = await Promise.all([
    getTranslations("admin.people"),
    getTranslations("terms"),
    getLocale(),
    people(role),
  ]);
  const href = (group?: string) => (group ? `/admin/people?role=${group}` : "/admin/people");
  return (
    <div className="grid gap-5">
      <PageHeader
        title={t("title")}
        lead={t("lead", { count: rows.length })}
        actions={
          actor.role === "admin" && (
            <span className="flex flex-wrap gap-2">
              <ButtonLink href="/admin/people/import" variant="secondary">
                {t("import")}
              </ButtonLink>
              <ButtonLink href="/admin/people/invite">{t("invite")}</ButtonLink>
            </span>
          )
        }
      />
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
          {
            id: "name",
            head: t("name"),
            cell: (row) => (
              <AppLink href={`/admin/people/${row.accountId}`}>{pick(locale, row.nameZh, row.nameEn)}</AppLink>
            ),
          },
          { id: "role", head: t("role"), cell: (row) => term(`role.${row.account.role}`) },
          {
            id: "department",
            head: t("department"),
            cell: ({ account: { doctor } }) =>
              doctor ? pick(locale, doctor.department.nameZh, doctor.department.nameEn) : "—",
          },
          { id: "certificate", head: t("certificate"), cell: (row) => row.certificateNo ?? "—" },
          {
            id: "licence",
            head: t("licenceUntil"),
            cell: ({ licenceExpiresOn }) =>
              licenceExpiresOn ? (
                <Badge tone={standingTone[licenceStanding(licenceExpiresOn, now)]}>
                  {formatDay(licenceExpiresOn, locale)}
                </Badge>
              ) : (
                "—"
              ),
          },
          {
            id: "status",
            head: t("status"),
            cell: ({ account: { status } }) => <Badge tone={statusTone[status]}>{t(`statuses.${status}`)}</Badge>,
          },
        ]}
      />
    </div>
  );
}
