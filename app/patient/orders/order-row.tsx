import { getLocale, getTranslations } from "next-intl/server";
import { MedicineNames } from "@/components/order/medicine-names";
import { OrderPill } from "@/components/order/order-pill";
import { AppLink } from "@/components/ui/button-link";
import { Card } from "@/components/ui/card";
import { DateTime } from "@/components/ui/date-time";
import { Price } from "@/components/ui/price";
import { pick } from "@/lib/i18n/locale";
import type { MyOrder } from "@/lib/queries/patient/orders";

/** One order in the patient's list. */
export async function OrderRow({ row }: { row: MyOrder }) {
  const [terms, locale] = await Promise.all([getTranslations("terms.fulfilment"), getLocale()]);
  return (
    <Card className="relative grid gap-1 hover:border-line-strong">
      <h2 className="font-semibold">
        <AppLink href={`/patient/orders/${row.id}`} className="after:absolute after:inset-0 after:rounded-lg">
          <MedicineNames of={row.medicines} />
        </AppLink>
      </h2>
      <p className="text-sm">
        {row.patientName} · {row.carrier ? pick(locale, row.carrier.nameZh, row.carrier.nameEn) : terms("pickup")}
      </p>
      <p className="flex flex-wrap items-center gap-x-3 text-ink-muted text-xs">
        <span>{row.number}</span>
        <DateTime at={row.createdAt} locale={locale} />
      </p>
      <div className="mt-1 flex items-center justify-between gap-2">
        <OrderPill status={row.status} />
        <Price fen={row.medicineFen + row.deliveryFen} locale={locale} className="font-medium tabular-nums" />
      </div>
    </Card>
  );
}
