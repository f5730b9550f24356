import { getLocale, getTranslations } from "next-intl/server";
import { CommandButton } from "@/components/form/command-button";
import { CommandForm } from "@/components/form/command-form";
import { Badge } from "@/components/ui/badge";
import { AppLink } from "@/components/ui/button-link";
import { Section } from "@/components/ui/card";
import { DataTable } from "@/components/ui/data-table";
import { DateTime } from "@/components/ui/date-time";
import { EmptyState } from "@/components/ui/empty-state";
import { formatDay } from "@/components/ui/moment";
import { PageHeader } from "@/components/ui/page-header";
import { formatFen } from "@/components/ui/price";
import { requireActor } from "@/lib/auth/actor";
import { pageTitle } from "@/lib/i18n/metadata";
import { askedInvoices } from "@/lib/queries/admin/invoices";
import { booksByDay, failedRefunds } from "@/lib/queries/admin/money";
import { retryRefund } from "./actions";

export const generateMetadata = pageTitle("money", "desk.title");

/** What of the hospital's money needs a person: refunds that failed, and days on which the books and the gateway differ. */
export default async function MoneyPage() {
  await requireActor("admin", "support");
  const [failed, invoices, days, t, terms, common, locale] = await Promise.all([
    failedRefunds(),
    askedInvoices(),
    booksByDay(),
    getTranslations("money.desk"),
    getTranslations("terms"),
    getTranslations("common"),
    getLocale(),
  ]);
  const fen = (amount: number) => formatFen(amount, locale);
  return (
    <div className="grid gap-8">
      <PageHeader title={t("title")} lead={t("lead")} />
      <Section title={t("failed")}>
        <DataTable
          caption={t("failed")}
          rows={failed}
          rowKey={(row) => row.id}
          empty={<EmptyState title={t("noFailed")} />}
          columns={[
            {
              id: "number",
              head: t("number"),
              cell: ({ payment }) => (payment.order ?? payment.consultation)?.number ?? "—",
            },
            { id: "amount", head: t("amount"), numeric: true, cell: (row) => fen(row.amountFen) },
            { id: "reason", head: t("reason"), cell: (row) => terms(`refundReason.${row.reasonCode}`) },
            { id: "since", head: t("since"), cell: (row) => <DateTime at={row.createdAt} locale={locale} /> },
            {
              id: "retry",
              head: "",
              cell: (row) => (
                <CommandForm action={retryRefund} unreachable={common("unreachable")} label={t("retry")}>
                  <input type="hidden" name="refundId" value={row.id} />
                  <CommandButton variant="secondary" size="sm">
                    {t("retry")}
                  </CommandButton>
                </CommandForm>
              ),
            },
          ]}
        />
      </Section>
      <Section title={t("invoices")}>
        <DataTable
          caption={t("invoices")}
          rows={invoices}
          rowKey={(row) => row.id}
          empty={<EmptyState title={t("noInvoices")} />}
          columns={[
            {
              id: "number",
              head: t("number"),
              cell: (row) => (
                <AppLink href={`/admin/money/invoices/${row.id}`}>{(row.order ?? row.consultation)?.number}</AppLink>
              ),
            },
            { id: "amount", head: t("amount"), numeric: true, cell: (row) => fen(row.amountFen) },
            { id: "since", head: t("since"), cell: (row) => <DateTime at={row.createdAt} locale={locale} /> },
          ]}
        />
      </Section>
      <Section title={t("books")}>
        <DataTable
          caption={t("books")}
          rows={days}
          rowKey={(row) => row.day.toISOString()}
          empty={<EmptyState title={t("noBooks")} />}
          columns={[
            { id: "day", head: t("day"), cell: (row) => formatDay(row.day, locale) },
            {
              id: "paid",
              head: t("paid"),
              numeric: true,
              cell: (row) => t("count", { amount: fen(row.paidFen), count: row.paidCount }),
            },
            {
              id: "back",
              head: t("back"),
              numeric: true,
              cell: (row) => t("count", { amount: fen(row.backFen), count: row.backCount }),
            },
            {
              id: "result",
              head: t("result"),
              cell: ({ differences }) =>
                differences.length === 0 ? (
                  <Badge tone="success">{t("agrees")}</Badge>
                ) : (
                  <div className="grid gap-1">
                    <span>
                      <Badge tone="danger">{t("differs", { count: differences.length })}</Badge>
                    </span>
                    <ul className="grid gap-1 text-sm">
                      {differences.map(({ kind, gatewayId, booksFen, gatewayFen }) => (
                        <li key={gatewayId} className="break-all">
                          {t(`difference.${kind}`, { id: gatewayId, amount: fen(gatewayFen ?? booksFen ?? 0) })}
                        </li>
                      ))}
                    </ul>
                  </div>
                ),
            },
          ]}
        />
      </Section>
    </div>
  );
}
