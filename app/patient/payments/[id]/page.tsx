import { getLocale, getTranslations } from "next-intl/server";
import { LiveRefresh } from "@/components/live/live-refresh";
import { RefundLine } from "@/components/payment/refund-line";
import { ButtonLink } from "@/components/ui/button-link";
import { Card, Section } from "@/components/ui/card";
import { DescriptionList } from "@/components/ui/description-list";
import { formatMoment } from "@/components/ui/moment";
import { PageHeader } from "@/components/ui/page-header";
import { formatFen } from "@/components/ui/price";
import { requireActor } from "@/lib/auth/actor";
import { channels } from "@/lib/domain/realtime";
import { pageTitle } from "@/lib/i18n/metadata";
import { paymentOf } from "@/lib/queries/patient/payment";
import { liveConfig } from "@/lib/web/live-config";
import { orNotFound } from "@/lib/web/or-not-found";
import { AskGateway } from "./ask-gateway";
import { Outcome } from "./outcome";

export const generateMetadata = pageTitle("orders", "payment.title");

export default async function PaymentPage({ params }: { params: Promise<{ id: string }> }) {
  const actor = await requireActor("patient");
  const payment = await orNotFound(paymentOf(actor, (await params).id));
  const [t, terms, locale] = await Promise.all([
    getTranslations("orders.payment"),
    getTranslations("terms"),
    getLocale(),
  ]);
  const { consultation, order, refunds, settledAt } = payment;
  const thing = order
    ? { href: `/patient/orders/${order.id}`, channel: channels.order(order.id), number: order.number }
    : consultation && {
        href: `/patient/consultations/${consultation.id}`,
        channel: channels.consultation(consultation.id),
        number: consultation.number,
      };
  const onwards = order
    ? t(order.status === "awaiting_payment" ? "toOrderPay" : "toOrder")
    : consultation && t("toConsultation");
  const outcome = <Outcome payment={payment} />;
  return (
    <>
      <PageHeader title={t("title")} />
      <div className="grid gap-6">
        {payment.status === "pending" ? (
          <AskGateway paymentId={payment.id} asking={t("asking")}>
            {outcome}
          </AskGateway>
        ) : (
          outcome
        )}
        <Card>
          <DescriptionList
            rows={[
              [t("purpose"), terms(`paymentPurpose.${payment.purpose}`)],
              [t("amount"), formatFen(payment.amountFen, locale)],
              [t("number"), thing?.number],
              [t("settledAt"), settledAt && formatMoment(settledAt, locale, "long")],
            ]}
          />
        </Card>
        {refunds.length > 0 && (
          <Section title={t("refunds")}>
            {refunds.map((refund) => (
              <Card key={refund.id}>
                <RefundLine refund={refund} />
              </Card>
            ))}
          </Section>
        )}
        {thing && (
          <ButtonLink href={thing.href} variant={payment.status === "succeeded" ? "next" : "secondary"} size="lg">
            {onwards}
          </ButtonLink>
        )}
        {thing && payment.status === "pending" && <LiveRefresh config={liveConfig()} channels={[thing.channel]} />}
      </div>
    </>
  );
}
