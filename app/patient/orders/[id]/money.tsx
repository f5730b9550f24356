import { getLocale, getTranslations } from "next-intl/server";
import { RefundLine } from "@/components/payment/refund-line";
import { AppLink } from "@/components/ui/button-link";
import { Card } from "@/components/ui/card";
import { DescriptionList } from "@/components/ui/description-list";
import { formatFen } from "@/components/ui/price";
import type { MyOrderPage } from "@/lib/queries/patient/order";

/** What medicine and delivery cost, the payments with their states, and what goes back. */
export async function Money({ order }: { order: MyOrderPage }) {
  const [t, terms, locale] = await Promise.all([
    getTranslations("orders.order"),
    getTranslations("terms"),
    getLocale(),
  ]);
  const { medicineFen, deliveryFen, deliveryPayment, payments, replaces } = order;
  if (replaces)
    return (
      <Card>
        <p>{t("replaces")}</p>
        <AppLink href={`/patient/orders/${replaces.id}`}>{t("title", { number: replaces.number })}</AppLink>
      </Card>
    );
  const settled = payments.filter(({ status }) => status === "succeeded" || status === "refunded");
  const delivery = formatFen(deliveryFen, locale);
  const refunds = settled.flatMap((payment) => payment.refunds);
  return (
    <Card className="grid gap-4">
      <DescriptionList
        rows={[
          [t("medicine"), formatFen(medicineFen, locale)],
          [
            t("deliveryFee"),
            order.carrier && (deliveryPayment === "courier" ? t("toCourier", { amount: delivery }) : delivery),
          ],
        ]}
      />
      <ul className="grid gap-1 border-line border-t pt-3">
        {settled.length === 0 && <li className="text-ink-muted">{t("noPayment")}</li>}
        {settled.map(({ id, purpose, amountFen, status }) => (
          <li key={id} className="flex justify-between gap-3">
            <AppLink href={`/patient/payments/${id}`}>
              {terms(`paymentPurpose.${purpose}`)} {formatFen(amountFen, locale)}
            </AppLink>
            <span className="text-ink-muted">{terms(`paymentStatus.${status}`)}</span>
          </li>
        ))}
      </ul>
      {refunds.length > 0 && (
        <ul className="grid gap-3 border-line border-t pt-3">
          {refunds.map((refund) => (
            <li key={refund.id}>
              <RefundLine refund={refund} />
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
