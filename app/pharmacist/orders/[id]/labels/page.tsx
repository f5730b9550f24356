import { getLocale, getTranslations } from "next-intl/server";
import { Section } from "@/components/ui/card";
import { formatDay } from "@/components/ui/moment";
import { PageHeader } from "@/components/ui/page-header";
import { PrintButton } from "@/components/ui/print-button";
import { QrCode } from "@/components/ui/qr-code";
import { requireActor } from "@/lib/auth/actor";
import { sigText } from "@/lib/domain/dose";
import { pick } from "@/lib/i18n/locale";
import { pageTitle } from "@/lib/i18n/metadata";
import { dispensingOrder } from "@/lib/queries/pharmacist/dispensing-order";
import { orNotFound } from "@/lib/web/or-not-found";

export const generateMetadata = pageTitle("pharmacist", "dispensing.labels.title");

const label = "break-inside-avoid rounded-md border border-line-strong bg-white p-4 text-black";

/** What is put on the packs, into the parcel and on it, to be printed: a label a medicine, the packing list, the address. */
export default async function LabelsPage({ params }: { params: Promise<{ id: string }> }) {
  const actor = await requireActor("pharmacist", "head_pharmacist");
  const order = await orNotFound(dispensingOrder(actor, new Date(), (await params).id));
  const [t, common, locale] = await Promise.all([
    getTranslations("pharmacist.dispensing"),
    getTranslations("common"),
    getLocale(),
  ]);
  const lines = order.items.filter(({ leftOutReason }) => !leftOutReason);
  const nameOf = ({ medicine }: (typeof lines)[number]) =>
    `${pick(locale, medicine.nameZh, medicine.nameEn)} ${pick(locale, medicine.strengthZh, medicine.strengthEn)}`;
  return (
    <div className="grid max-w-3xl gap-6">
      <div className="print:hidden">
        <PageHeader
          back={{ href: `/pharmacist/orders/${order.id}`, label: t("titleOf", { number: order.number }) }}
          title={t("labels.title")}
          actions={<PrintButton>{t("labels.print")}</PrintButton>}
        />
      </div>
      <Section title={t("labels.drug")}>
        <ul className="grid gap-4 sm:grid-cols-2">
          {lines.map((line) => (
            <li key={line.id} className={label}>
              <p className="text-sm">{common("hospital")}</p>
              <p>{t("labels.patient", { name: order.prescription.patient.name })}</p>
              <p className="mt-1 font-semibold text-lg">{nameOf(line)}</p>
              {line.sig && <p className="mt-1 font-medium">{sigText(line.sig, locale)}</p>}
              {line.sig?.note && <p>{line.sig.note}</p>}
              <ul className="mt-2 text-sm">
                {line.reservations.map(({ id, batch, quantity }) => (
                  <li key={id}>
                    {t("batch")} {batch.number} · {t("expires", { day: formatDay(batch.expiresOn, locale) })} ·{" "}
                    {t("packs", { count: quantity })}
                  </li>
                ))}
              </ul>
            </li>
          ))}
        </ul>
      </Section>
      <Section title={t("labels.packing")}>
        <div className={label}>
          <div className="flex items-start justify-between gap-4">
            <div>
              <p className="font-semibold">{t("labels.of", { number: order.number })}</p>
              <p className="text-sm">{order.prescription.number}</p>
            </div>
            <QrCode text={order.number} label={order.number} className="size-20 shrink-0" />
          </div>
          <ul className="mt-2 grid gap-1">
            {lines.map((line) => (
              <li key={line.id} className="flex justify-between gap-4">
                <span>{nameOf(line)}</span>
                <span className="tabular-nums">{t("packs", { count: line.packs })}</span>
              </li>
            ))}
          </ul>
          {order.receiptCode && <p className="mt-3 text-sm">{t("labels.receipt", { code: order.receiptCode })}</p>}
        </div>
      </Section>
      {order.fulfilment === "express" && (
        <Section title={t("labels.parcel")}>
          {order.address ? (
            <div className={label}>
              <p className="font-semibold text-lg">
                {order.address.recipient} {order.address.phone}
              </p>
              <p className="text-lg">
                {order.address.area} {order.address.detail}
              </p>
              <p className="mt-2 text-sm">
                {order.carrier && pick(locale, order.carrier.nameZh, order.carrier.nameEn)} · {order.number}
              </p>
            </div>
          ) : (
            <p className="text-ink-muted">{t("labels.hidden")}</p>
          )}
        </Section>
      )}
    </div>
  );
}
