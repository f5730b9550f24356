import { getLocale, getTranslations } from "next-intl/server";
import { Alert } from "@/components/ui/alert";
import { Card, Section } from "@/components/ui/card";
import { DataTable } from "@/components/ui/data-table";
import { DateTime } from "@/components/ui/date-time";
import { DescriptionList } from "@/components/ui/description-list";
import { EmptyState } from "@/components/ui/empty-state";
import { formatDay, formatMoment } from "@/components/ui/moment";
import { PageHeader } from "@/components/ui/page-header";
import { SplitDesk } from "@/components/ui/split-desk";
import { requireActor } from "@/lib/auth/actor";
import { may } from "@/lib/domain/policy";
import { pick } from "@/lib/i18n/locale";
import { pageTitle } from "@/lib/i18n/metadata";
import { stockBatch } from "@/lib/queries/pharmacist/stock";
import { orNotFound } from "@/lib/web/or-not-found";
import { CountForm, RecallForm, WriteOffForm } from "./batch-forms";

export const generateMetadata = pageTitle("pharmacist", "stock.title");

/** One batch: what stands of it, how it came to that, who received it, and what may be done with it. */
export default async function BatchPage({ params }: { params: Promise<{ id: string }> }) {
  const actor = await requireActor("pharmacist", "head_pharmacist");
  const batch = await orNotFound(stockBatch(actor, new Date(), (await params).id));
  const [t, locale] = await Promise.all([getTranslations("pharmacist.stock"), getLocale()]);
  const { medicine, recalledAt, recallReason, receivers, movements } = batch;
  const name = `${pick(locale, medicine.nameZh, medicine.nameEn)} ${pick(locale, medicine.strengthZh, medicine.strengthEn)}`;
  return (
    <>
      <PageHeader
        back={{ href: "/pharmacist/stock", label: t("title") }}
        title={t("batchOf", { name, number: batch.number })}
      />
      <SplitDesk
        side={
          <div className="grid gap-5">
            <Card>
              <DescriptionList
                rows={[
                  [t("code"), medicine.code],
                  [t("expires"), formatDay(batch.expiresOn, locale)],
                  [t("onShelf"), String(batch.quantity)],
                  [t("promised"), String(batch.reserved)],
                  [t("place"), batch.location],
                ]}
              />
            </Card>
            <CountForm batch={batch} />
            <WriteOffForm batchId={batch.id} />
            {!recalledAt && may(actor, "stock.recall") && <RecallForm batchId={batch.id} />}
          </div>
        }
      >
        <div className="grid gap-6">
          {recalledAt && (
            <Alert tone="danger">
              {t("recall.done", { at: formatMoment(recalledAt, locale), reason: recallReason ?? "" })}
            </Alert>
          )}
          <Section title={t("movements")}>
            <DataTable
              caption={t("movements")}
              rows={movements}
              rowKey={(row) => row.id}
              columns={[
                { id: "at", head: t("at"), cell: (row) => <DateTime at={row.at} locale={locale} /> },
                { id: "why", head: t("why"), cell: (row) => t(`reason.${row.reason}`) },
                {
                  id: "delta",
                  head: t("delta"),
                  numeric: true,
                  cell: (row) => (row.delta > 0 ? `+${row.delta}` : String(row.delta)),
                },
                { id: "note", head: t("noteOf"), cell: (row) => row.note },
              ]}
            />
          </Section>
          <Section title={t("receivers")}>
            <DataTable
              caption={t("receivers")}
              rows={receivers}
              rowKey={(row) => row.id}
              empty={<EmptyState title={t("noReceivers")} />}
              columns={[
                { id: "patient", head: t("patient"), cell: (row) => row.patientName },
                { id: "order", head: t("order"), cell: (row) => row.number },
                { id: "packs", head: t("packs"), numeric: true, cell: (row) => row.packs },
                { id: "issued", head: t("issued"), cell: (row) => <DateTime at={row.issuedAt} locale={locale} /> },
              ]}
            />
          </Section>
        </div>
      </SplitDesk>
    </>
  );
}
