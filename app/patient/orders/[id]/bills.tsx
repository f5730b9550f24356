import { getLocale, getTranslations } from "next-intl/server";
import { beginPayment } from "@/app/patient/payments/actions";
import { PayButton } from "@/components/payment/pay-button";
import { Countdown } from "@/components/ui/countdown";
import { NextStep } from "@/components/ui/next-step";
import { formatFen } from "@/components/ui/price";
import { StatusPill } from "@/components/ui/status-pill";
import { billsOf } from "@/lib/domain/order";
import type { MyOrderPage } from "@/lib/queries/patient/order";

/** What is to be paid, each by a button of its own (R23), and by when. */
export async function Bills({ order, now }: { order: MyOrderPage; now: Date }) {
  const [t, texts, terms, common, locale] = await Promise.all([
    getTranslations("orders.order"),
    getTranslations("orders"),
    getTranslations("terms"),
    getTranslations("common"),
    getLocale(),
  ]);
  const { id: orderId, dueAt, payments } = order;
  const settled = new Set(payments.flatMap(({ purpose, status }) => (status === "succeeded" ? purpose : [])));
  const bills = billsOf(order);
  const first = bills.find(({ purpose }) => !settled.has(purpose));
  const isByCourier = order.deliveryPayment === "courier" && order.deliveryFen > 0;
  return (
    <NextStep
      label={texts("nextLabel")}
      title={t("pay.title")}
      due={
        dueAt && (
          <>
            {texts("due")}
            <Countdown due={dueAt.toISOString()} from={now.toISOString()} locale={locale} over={texts("over")} />
          </>
        )
      }
    >
      <p>{bills.length > 1 ? t("pay.two") : t("pay.one")}</p>
      {isByCourier && <p>{t("pay.courier", { amount: formatFen(order.deliveryFen, locale) })}</p>}
      <ul className="mt-3 grid gap-2">
        {bills.map((bill) => {
          const name = terms(`paymentPurpose.${bill.purpose}`);
          const amount = formatFen(bill.amountFen, locale);
          return (
            <li key={bill.purpose}>
              {settled.has(bill.purpose) ? (
                <p className="flex items-center justify-between gap-3">
                  {name} {amount}
                  <StatusPill tone="success">{terms("paymentStatus.succeeded")}</StatusPill>
                </p>
              ) : (
                <PayButton
                  begin={beginPayment}
                  what={{ purpose: bill.purpose, orderId }}
                  variant={bill === first ? "next" : "secondary"}
                  wide
                  byPhone={texts("payment.byPhone")}
                  unreachable={common("unreachable")}
                >
                  {t("pay.button", { purpose: name, amount })}
                </PayButton>
              )}
            </li>
          );
        })}
      </ul>
    </NextStep>
  );
}
