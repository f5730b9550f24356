import { getLocale, getTranslations } from "next-intl/server";
import { Signature } from "@/components/order/signature";
import { ButtonLink } from "@/components/ui/button-link";
import { Card } from "@/components/ui/card";
import { DescriptionList } from "@/components/ui/description-list";
import { isAddressOpen, orderMachine } from "@/lib/domain/order";
import { pick } from "@/lib/i18n/locale";
import type { MyOrderPage } from "@/lib/queries/patient/order";
import { CollectorForm } from "./collector";

/** Where the medicine goes: the window, or the address with its carrier, which can be changed until the parcel is sealed. */
export async function Delivery({ order }: { order: MyOrderPage }) {
  const [t, choice, terms, locale] = await Promise.all([
    getTranslations("orders.order"),
    getTranslations("orders.choice"),
    getTranslations("terms"),
    getLocale(),
  ]);
  const { address, carrier, shipments } = order;
  if (!address || !carrier)
    return (
      <Card className="grid gap-3">
        <DescriptionList
          rows={[
            [choice("ways"), terms("fulfilment.pickup")],
            [t("pickupPlace"), choice("windowText")],
            [t("pickupHours"), choice("hoursText")],
          ]}
        />
        {order.paidAt && !orderMachine.isFinal(order.status) && <CollectorForm order={order} />}
      </Card>
    );
  return (
    <Card className="grid gap-3">
      <DescriptionList
        rows={[
          [t("recipient"), address.recipient],
          [t("phone"), address.phone],
          [t("addressLine"), `${address.area} ${address.detail}`],
          [t("carrier"), pick(locale, carrier.nameZh, carrier.nameEn)],
          [t("tracking"), shipments.map(({ trackingNumber }) => trackingNumber).join(" · ")],
          [
            t("signature"),
            order.signature && <Signature key="signature" path={order.signature} label={t("signature")} />,
          ],
        ]}
      />
      {isAddressOpen(order.status) && (
        <div className="grid gap-1">
          <ButtonLink href={`/patient/orders/${order.id}/address`} variant="secondary">
            {t("changeAddress")}
          </ButtonLink>
          <p className="text-ink-muted text-sm">{t("addressClosed")}</p>
        </div>
      )}
    </Card>
  );
}
