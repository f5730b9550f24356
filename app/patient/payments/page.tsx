import { ReceiptText } from "lucide-react";
import { getLocale, getTranslations } from "next-intl/server";
import { Badge } from "@/components/ui/badge";
import { buttonClass } from "@/components/ui/button";
import { AppLink } from "@/components/ui/button-link";
import { Card } from "@/components/ui/card";
import { DateTime } from "@/components/ui/date-time";
import { Disclosure } from "@/components/ui/disclosure";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { formatFen } from "@/components/ui/price";
import { Tabs } from "@/components/ui/tabs";
import { requireActor } from "@/lib/auth/actor";
import { shanghaiDay } from "@/lib/domain/calendar";
import { monthsBack } from "@/lib/domain/month";
import { pageTitle } from "@/lib/i18n/metadata";
import { myInvoices } from "@/lib/queries/admin/invoices";
import { monthOfPayments } from "@/lib/queries/patient/payments";
import { InvoiceForm } from "./invoice-form";

export const generateMetadata = pageTitle("money", "mine.title");

const MONTHS = 6;
const tones = { asked: "info", issued: "success", refused: "warning" } as const;

/** What I paid and got back, month by month, with receipts, the month's statement and invoices. */
export default async function PaymentsPage({ searchParams }: { searchParams: Promise<{ month?: string }> }) {
  const actor = await requireActor("patient");
  const months = monthsBack(shanghaiDay(new Date()), MONTHS);
  const asked = (await searchParams).month;
  const month = months.find((each) => each === asked) ?? months[0] ?? "";
  const [{ rows, netFen }, invoices, t, terms, common, locale] = await Promise.all([
    monthOfPayments(actor, month),
    myInvoices(actor),
    getTranslations("money.mine"),
    getTranslations("terms"),
    getTranslations("common"),
    getLocale(),
  ]);
  const invoiceOf = (thingId: string) =>
    invoices.find(({ orderId, consultationId }) => orderId === thingId || consultationId === thingId);
  const hrefOf = (each: string) => `/patient/payments?month=${each}`;
  return (
    <>
      <PageHeader
        back={{ href: "/patient/me", label: t("back") }}
        title={t("title")}
        actions={
          rows.length > 0 && (
            <a
              className={buttonClass("secondary")}
              href={`/api/payments/statement?month=${month}&lang=${locale}`}
              download
            >
              {t("statement")}
            </a>
          )
        }
      />
      <div className="grid gap-4">
        <Tabs
          label={t("months")}
          current={hrefOf(month)}
          tabs={months.map((each) => ({ href: hrefOf(each), label: each }))}
        />
        {rows.length === 0 ? (
          <EmptyState icon={<ReceiptText />} title={t("none")} />
        ) : (
          <>
            <p className="font-semibold">{t("net", { amount: formatFen(netFen, locale) })}</p>
            <ul className="grid gap-3">
              {rows.map(({ id, paymentId, purpose, amountFen, at, order, consultation }) => {
                const thing = order ?? consultation;
                const invoice = thing && invoiceOf(thing.id);
                const isPayment = amountFen > 0;
                return (
                  <li key={id}>
                    <Card className="grid gap-2">
                      <p className="flex items-baseline justify-between gap-3">
                        <span className="font-semibold">
                          {isPayment
                            ? terms(`paymentPurpose.${purpose}`)
                            : t("refund", { purpose: terms(`paymentPurpose.${purpose}`) })}
                        </span>
                        <span className="tabular-nums">{formatFen(amountFen, locale)}</span>
                      </p>
                      <p className="flex flex-wrap gap-x-3 text-ink-muted text-sm">
                        <span>{thing?.number}</span>
                        <DateTime at={at} locale={locale} />
                      </p>
                      <p className="flex flex-wrap items-center gap-3 text-sm">
                        <AppLink href={`/patient/payments/${paymentId}`}>{t("open")}</AppLink>
                        {isPayment && (
                          <a
                            className="text-primary underline"
                            href={`/api/payments/${paymentId}/receipt?lang=${locale}`}
                            download
                          >
                            {t("receipt")}
                          </a>
                        )}
                        {isPayment && invoice && (
                          <Badge tone={tones[invoice.status]}>{t(`invoice.${invoice.status}`)}</Badge>
                        )}
                        {isPayment && invoice?.status === "issued" && (
                          <a className="text-primary underline" href={`/api/invoices/${invoice.id}`} download>
                            {t("invoice.download", { number: invoice.number ?? "" })}
                          </a>
                        )}
                      </p>
                      {isPayment && invoice?.status === "refused" && <p className="text-sm">{invoice.reason}</p>}
                      {isPayment && thing && (!invoice || invoice.status === "refused") && (
                        <Disclosure summary={t("invoice.ask")}>
                          <InvoiceForm
                            kindOfThing={order ? "order" : "consultation"}
                            thingId={thing.id}
                            texts={{
                              ...{ holder: t("invoice.holder"), person: t("invoice.person") },
                              ...{ organisation: t("invoice.organisation"), title: t("invoice.title") },
                              ...{ taxNumber: t("invoice.taxNumber"), submit: t("invoice.ask") },
                              unreachable: common("unreachable"),
                            }}
                          />
                        </Disclosure>
                      )}
                    </Card>
                  </li>
                );
              })}
            </ul>
          </>
        )}
      </div>
    </>
  );
}
