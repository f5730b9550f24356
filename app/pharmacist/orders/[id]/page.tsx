import { getLocale, getTranslations } from "next-intl/server";
import { LiveRefresh } from "@/components/live/live-refresh";
import { OrderPill } from "@/components/order/order-pill";
import { Signature } from "@/components/order/signature";
import { Badge } from "@/components/ui/badge";
import { ButtonLink } from "@/components/ui/button-link";
import { Card, Section } from "@/components/ui/card";
import { DescriptionList } from "@/components/ui/description-list";
import { formatDay, formatMoment } from "@/components/ui/moment";
import { PageHeader } from "@/components/ui/page-header";
import { SplitDesk } from "@/components/ui/split-desk";
import { requireActor } from "@/lib/auth/actor";
import { channels } from "@/lib/domain/realtime";
import { pick } from "@/lib/i18n/locale";
import { pageTitle } from "@/lib/i18n/metadata";
import { dispensingOrder } from "@/lib/queries/pharmacist/dispensing-order";
import { liveConfig } from "@/lib/web/live-config";
import { orNotFound } from "@/lib/web/or-not-found";
import { LeaveOutForm } from "./leave-out-form";
import { NextStep } from "./next-step";

export const generateMetadata = pageTitle("pharmacist", "dispensing.title");

export default async function DispensingOrderPage({ params }: { params: Promise<{ id: string }> }) {
  const actor = await requireActor("pharmacist", "head_pharmacist");
  const order = await orNotFound(dispensingOrder(actor, new Date(), (await params).id));
  const [t, terms, locale] = await Promise.all([
    getTranslations("pharmacist.dispensing"),
    getTranslations("terms"),
    getLocale(),
  ]);
  const { address, carrier, shipments } = order;
  return (
    <>
      <PageHeader
        back={{ href: "/pharmacist/dispensing", label: t("title") }}
        title={t("titleOf", { number: order.number })}
        actions={
          <ButtonLink href={`/pharmacist/orders/${order.id}/labels`} variant="secondary">
            {t("labels.title")}
          </ButtonLink>
        }
        lead={
          <span className="flex flex-wrap items-center gap-3">
            <OrderPill status={order.status} />
            <span>{order.prescription.patient.name}</span>
          </span>
        }
      />
      <SplitDesk
        side={
          <div className="grid gap-5">
            <Card>
              <DescriptionList
                rows={[
                  [t("prescription"), order.prescription.number],
                  [t("way"), terms(`fulfilment.${order.fulfilment}`)],
                  [t("carrier"), carrier && pick(locale, carrier.nameZh, carrier.nameEn)],
                  ...shipments.map(({ trackingNumber, status }): [string, string] => [
                    t("tracking"),
                    `${trackingNumber} · ${terms(`shipmentStatus.${status}`)}`,
                  ]),
                  [t("shelf"), order.shelf],
                  [
                    t("signature"),
                    order.signature && <Signature key="signature" path={order.signature} label={t("signature")} />,
                  ],
                ]}
              />
            </Card>
            {address && (
              <Section title={t("label")} small>
                <Card>
                  <p className="font-semibold">
                    {address.recipient} {address.phone}
                  </p>
                  <p>
                    {address.area} {address.detail}
                  </p>
                </Card>
              </Section>
            )}
            <Section title={t("steps")} small>
              <ol className="grid gap-1.5 text-sm">
                {order.events.map((event) => (
                  <li key={event.id} className="flex justify-between gap-3">
                    <span>{terms(`orderStatus.${event.toStatus}`)}</span>
                    <span className="text-ink-muted tabular-nums">{formatMoment(event.at, locale)}</span>
                  </li>
                ))}
              </ol>
            </Section>
          </div>
        }
      >
        <div className="grid gap-6">
          <Section title={t("next")}>
            <Card>
              <NextStep order={order} accountId={actor.accountId} />
            </Card>
          </Section>
          <Section title={t("lines")}>
            <ol className="grid gap-3">
              {order.items.map(({ id, packs, medicine, reservations, leftOutReason }) => (
                <li key={id}>
                  <Card className="grid gap-1">
                    <p className="flex flex-wrap items-baseline justify-between gap-2">
                      <span className="font-semibold">
                        {pick(locale, medicine.nameZh, medicine.nameEn)}{" "}
                        {pick(locale, medicine.strengthZh, medicine.strengthEn)}
                      </span>
                      <span className="tabular-nums">{t("packs", { count: packs })}</span>
                    </p>
                    <p className="text-ink-muted text-sm">{pick(locale, medicine.packZh, medicine.packEn)}</p>
                    <ul className="grid gap-1 text-sm">
                      {reservations.map((reservation) => (
                        <li key={reservation.id} className="flex flex-wrap gap-x-3">
                          <span>
                            {t("batch")} <strong className="tabular-nums">{reservation.batch.number}</strong>
                          </span>
                          <span>{t("expires", { day: formatDay(reservation.batch.expiresOn, locale) })}</span>
                          <span>{t("packs", { count: reservation.quantity })}</span>
                          {reservation.batch.location && (
                            <span>{t("place", { location: reservation.batch.location })}</span>
                          )}
                        </li>
                      ))}
                    </ul>
                    {medicine.isRefrigerated && (
                      <p>
                        <Badge tone="info">{t("cold")}</Badge>
                      </p>
                    )}
                    {leftOutReason && (
                      <p>
                        <Badge tone="warning">
                          {t("leaveOut.is", { reason: terms(`leaveOutReason.${leftOutReason}`) })}
                        </Badge>
                      </p>
                    )}
                    {order.status === "picking" && !leftOutReason && (
                      <LeaveOutForm
                        orderId={order.id}
                        orderItemId={id}
                        name={pick(locale, medicine.nameZh, medicine.nameEn)}
                      />
                    )}
                  </Card>
                </li>
              ))}
            </ol>
          </Section>
        </div>
      </SplitDesk>
      <LiveRefresh config={liveConfig()} channels={[channels.dispensingDesk]} />
    </>
  );
}
