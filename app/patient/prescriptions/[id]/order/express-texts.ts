import { getTranslations } from "next-intl/server";

/** The words of the express form, for the browser. */
export async function expressTexts() {
  const [t, common] = await Promise.all([getTranslations("orders.choice"), getTranslations("common")]);
  return {
    carrier: t("carrier"),
    payment: t("payment"),
    online: t("online"),
    onlineHint: t("onlineHint"),
    courier: t("courier"),
    courierHint: t("courierHint"),
    summary: t("summary"),
    medicine: t("medicine"),
    delivery: t("delivery"),
    /** `{amount}` stands for the fee. */
    deliveryCourier: t.raw("deliveryCourier") as string,
    payNow: t("payNow"),
    chooseFirst: t("chooseFirst"),
    keep: t("keep"),
    submit: t("place"),
    unreachable: common("unreachable"),
    address: {
      legend: t("address"),
      recipient: t("recipient"),
      recipientHint: t("recipientHint"),
      phone: t("phone"),
      phoneHint: t("phoneHint"),
      detail: t("detail"),
      detailHint: t("detailHint"),
    },
  };
}

export type ExpressTexts = Awaited<ReturnType<typeof expressTexts>>;
