import { getLocale, getTranslations } from "next-intl/server";
import { DeletionPill } from "@/components/privacy/deletion-pill";
import { Badge } from "@/components/ui/badge";
import { AppLink } from "@/components/ui/button-link";
import { DataTable } from "@/components/ui/data-table";
import { DateTime } from "@/components/ui/date-time";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { Tabs } from "@/components/ui/tabs";
import { requireActor } from "@/lib/auth/actor";
import { pageTitle } from "@/lib/i18n/metadata";
import { deletionRequests } from "@/lib/queries/admin/deletions";

export const generateMetadata = pageTitle("privacy", "desk.title");

interface Props {
  readonly searchParams: Promise<{ state?: string | string[]; after?: string | string[] }>;
}

export default async function DeletionsPage({ searchParams }: Props) {
  await requireActor("admin");
  const { state, after } = await searchParams;
  const isOpen = state !== "decided";
  const [{ rows, next }, t, locale] = await Promise.all([
    deletionRequests(isOpen, typeof after === "string" ? after : undefined),
    getTranslations("privacy.desk"),
    getLocale(),
  ]);
  const now = new Date();
  const here = "/admin/deletions";
  const shown = isOpen ? here : `${here}?state=decided`;
  return (
    <div className="grid gap-5">
      <PageHeader title={t("title")} lead={t("lead")} />
      <Tabs
        label={t("state")}
        current={shown}
        tabs={[
          { href: here, label: t("openTab") },
          { href: `${here}?state=decided`, label: t("closedTab") },
        ]}
      />
      <DataTable
        caption={t("title")}
        rows={rows}
        rowKey={(row) => row.id}
        empty={<EmptyState title={t("none")} />}
        columns={[
          { id: "person", head: t("person"), cell: (row) => row.patient.name },
          { id: "sent", head: t("sent"), cell: (row) => <DateTime at={row.createdAt} locale={locale} format="long" /> },
          {
            id: "due",
            head: t("due"),
            cell: (row) => (
              <span className="flex flex-wrap items-center gap-2">
                <DateTime at={row.dueAt} locale={locale} format="date" />
                {row.status === "open" && row.dueAt < now && <Badge tone="danger">{t("overdue")}</Badge>}
              </span>
            ),
          },
          { id: "state", head: t("state"), cell: (row) => <DeletionPill status={row.status} /> },
          {
            id: "open",
            head: "",
            cell: (row) => (
              <AppLink href={`${here}/${row.id}`} aria-label={t("openFor", { name: row.patient.name })}>
                {t("open")}
              </AppLink>
            ),
          },
        ]}
      />
      {next && <AppLink href={`${shown}${isOpen ? "?" : "&"}after=${next}`}>{t("more")}</AppLink>}
    </div>
  );
}
