import { getTranslations } from "next-intl/server";
import { LiveRefresh } from "@/components/live/live-refresh";
import { OrderItems } from "@/components/order/order-items";
import { OrderPill } from "@/components/order/order-pill";
import { OrderTimeline } from "@/components/order/order-timeline";
import { AppLink } from "@/components/ui/button-link";
import { Card, Section } from "@/components/ui/card";
import { DescriptionList } from "@/components/ui/description-list";
import { PageHeader } from "@/components/ui/page-header";
import { requireActor } from "@/lib/auth/actor";
import { orderMachine } from "@/lib/domain/order";
import { channels } from "@/lib/domain/realtime";
import { pageTitle } from "@/lib/i18n/metadata";
import { myOrder } from "@/lib/queries/patient/order";
import { liveConfig } from "@/lib/web/live-config";
import { orNotFound } from "@/lib/web/or-not-found";
import { Cancel } from "./cancel";
import { Delivery } from "./delivery";
import { Money } from "./money";
import { Requests } from "./requests";
import { Standing } from "./standing";

export const generateMetadata = pageTitle("orders", "order.metaTitle");

export default async function OrderPage({ params }: { params: Promise<{ id: string }> }) {
  const actor = await requireActor("patient");
  const order = await orNotFound(myOrder(actor, (await params).id));
  const [t, now] = [await getTranslations("orders.order"), new Date()];
  const story = {
    ...order,
    parcel: order.shipments.flatMap(({ events }) => events),
    maxDays: order.way?.maxDays ?? null,
  };
  return (
    <>
      <PageHeader title={t("title", { number: order.number })} actions={<OrderPill status={order.status} />} />
      <div className="grid gap-6">
        <Standing order={order} now={now} />
        <Section title={t("progress")}>
          <Card>
            <OrderTimeline story={story} />
          </Card>
        </Section>
        <Section title={t("delivery")}>
          <Delivery order={order} />
        </Section>
        <Section title={t("items")}>
          <Card className="grid gap-4">
            <OrderItems items={order.items} />
            <DescriptionList
              rows={[
                [t("patient"), order.patientName],
                [
                  t("prescription"),
                  <AppLink key="prescription" href={`/patient/prescriptions/${order.prescriptionId}`}>
                    {order.prescriptionNumber}
                  </AppLink>,
                ],
              ]}
            />
          </Card>
        </Section>
        <Section title={t("money")}>
          <Money order={order} />
        </Section>
        {order.paidAt && <Requests order={order} />}
        {orderMachine.can(order.status, "cancel") && <Cancel orderId={order.id} />}
        <LiveRefresh config={liveConfig()} channels={[channels.order(order.id)]} />
      </div>
    </>
  );
}
