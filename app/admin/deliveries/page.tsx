import { getLocale, getTranslations } from "next-intl/server";
import { CommandButton } from "@/components/form/command-button";
import { CommandForm } from "@/components/form/command-form";
import { Badge } from "@/components/ui/badge";
import { DataTable } from "@/components/ui/data-table";
import { DateTime } from "@/components/ui/date-time";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { requireActor } from "@/lib/auth/actor";
import { pageTitle } from "@/lib/i18n/metadata";
import { failedDeliveries } from "@/lib/queries/admin/deliveries";
import { resendNotice } from "./actions";

export const generateMetadata = pageTitle("notices", "log.title");

/** Notices that did not get out, by which channel and why, each to be sent once more. */
export default async function DeliveriesPage() {
  await requireActor("admin", "support");
  const [rows, t, kinds, common, locale] = await Promise.all([
    failedDeliveries(),
    getTranslations("notices.log"),
    getTranslations("notices"),
    getTranslations("common"),
    getLocale(),
  ]);
  return (
    <div className="grid gap-5">
      <PageHeader title={t("title")} lead={t("lead")} />
      <DataTable
        caption={t("title")}
        rows={rows}
        rowKey={(row) => `${row.noticeId} ${row.channel}`}
        empty={<EmptyState title={t("none")} />}
        columns={[
          { id: "at", head: t("at"), cell: (row) => <DateTime at={row.at} locale={locale} /> },
          { id: "kind", head: t("kind"), cell: (row) => kinds(`${row.notice.kind}.title`) },
          { id: "channel", head: t("channel"), cell: (row) => t(`channels.${row.channel}`) },
          {
            id: "status",
            head: t("status"),
            cell: (row) => (
              <span className="flex flex-wrap items-center gap-2">
                <Badge tone={row.status === "failed" ? "danger" : "warning"}>{t(`states.${row.status}`)}</Badge>
                {row.reason}
              </span>
            ),
          },
          {
            id: "resend",
            head: "",
            cell: (row) => (
              <CommandForm action={resendNotice} unreachable={common("unreachable")} label={t("resend")}>
                <input type="hidden" name="noticeId" value={row.noticeId} />
                <CommandButton variant="secondary" size="sm">
                  {t("resend")}
                </CommandButton>
              </CommandForm>
            ),
          },
        ]}
      />
    </div>
  );
}
