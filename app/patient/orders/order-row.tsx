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
      <div className="flex items-start justify-between gap-2">
        <h2 className="min-w-0 font-semibold">
          <AppLink href={`/patient/orders/${row.id}`} className="after:absolute after:inset-0 after:rounded-lg">
            <MedicineNames of={row.medicines} />
          </AppLink>
        </h2>
        <OrderPill status={row.status} />
      </div>
      <p className="flex flex-wrap justify-between gap-x-3 text-sm">
        <span>
          {row.patientName} · {row.carrier ? pick(locale, row.carrier.nameZh, row.carrier.nameEn) : terms("pickup")}
        </span>
        <Price fen={row.medicineFen + row.deliveryFen} locale={locale} className="font-medium tabular-nums" />
      </p>
      <p className="flex flex-wrap items-center gap-x-3 text-ink-muted text-xs">
        <span>{row.number}</span>
        <DateTime at={row.createdAt} locale={locale} />
      </p>
    </Card>
  );
}
