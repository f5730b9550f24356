import { getLocale, getTranslations } from "next-intl/server";
import { Alert } from "@/components/ui/alert";
import { ButtonLink } from "@/components/ui/button-link";
import { formatDay } from "@/components/ui/moment";
import { NextStep } from "@/components/ui/next-step";
import type { Tone } from "@/components/ui/tone";
import type { OrderStatus } from "@/lib/domain/order";
import { canBeSignedFor } from "@/lib/domain/shipment";
import { pick } from "@/lib/i18n/locale";
import type { MyOrderPage } from "@/lib/queries/patient/order";
import { Bills } from "./bills";
import { Collect } from "./collect";
import { SignForm } from "./sign-form";

type Over = Exclude<OrderStatus, "awaiting_payment" | "paid" | "picking" | "checked" | "sealed" | "shipped">;

const tones: Partial<Record<OrderStatus, Tone>> = {
  delivered: "success",
  collected: "success",
  unclaimed: "warning",
  returned: "warning",
  lost: "warning",
};

/** The next step on top of the order: pay, collect, sign; or what is being done, or how it ended. */
export async function Standing({ order, now }: { order: MyOrderPage; now: Date }) {
  const t = await getTranslations("orders.order");
  const { status } = order;
  if (status === "awaiting_payment") return <Bills order={order} now={now} />;
  if (status === "ready_for_pickup") return <Collect order={order} />;
  if (status === "shipped") return <OnItsWay order={order} />;
  if (status === "paid" || status === "picking" || status === "checked" || status === "sealed")
    return (
      <Alert tone="info" title={t("wait.title")}>
        {t("wait.text")}
      </Alert>
    );
  return <Ended order={order} status={status} />;
}

async function OnItsWay({ order }: { order: MyOrderPage }) {
  const [t, texts, common, locale] = await Promise.all([
    getTranslations("orders.order"),
    getTranslations("orders"),
    getTranslations("common"),
    getLocale(),
  ]);
  const { shipments, carrier } = order;
  const by = shipments[0]?.expectedOn;
  if (shipments.length > 0 && shipments.every(({ status }) => canBeSignedFor(status)))
    return (
      <NextStep
        label={texts("nextLabel")}
        title={t("sign.title")}
        action={
          <SignForm
            orderId={order.id}
            texts={{
              ...{ draw: t("sign.draw"), drawHint: t("sign.drawHint"), clear: t("sign.clear") },
              ...{ byCode: t("sign.byCode"), code: t("sign.code"), codeHint: t("sign.codeHint") },
              ...{ submit: t("sign.button"), unreachable: common("unreachable") },
            }}
          />
        }
      >
        {t("sign.text")}
      </NextStep>
    );
  return (
    <Alert tone="info" title={t("road.title")}>
      {shipments.length > 0 && carrier && (
        <p>
          {t("road.text", {
            carrier: pick(locale, carrier.nameZh, carrier.nameEn),
            tracking: shipments.map(({ trackingNumber }) => trackingNumber).join(" · "),
          })}
        </p>
      )}
      {shipments.length > 1 && <p>{t("road.several", { count: shipments.length })}</p>}
      {by && <p>{t("road.expected", { date: formatDay(by, locale) })}</p>}
    </Alert>
  );
}

async function Ended({ order, status }: { order: MyOrderPage; status: Exclude<Over, "ready_for_pickup"> }) {
  const t = await getTranslations("orders.order");
  const canOrderAgain = status === "lapsed" || status === "cancelled";
  return (
    <Alert
      tone={tones[status] ?? "neutral"}
      title={t(`${status}.title`)}
      action={
        canOrderAgain && (
          <ButtonLink href={`/patient/prescriptions/${order.prescriptionId}`} variant="secondary">
            {t("openPrescription")}
          </ButtonLink>
        )
      }
    >
      {t(`${status}.text`)}
    </Alert>
  );
}
