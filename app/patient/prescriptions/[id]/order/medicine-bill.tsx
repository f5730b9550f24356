import { getLocale, getTranslations } from "next-intl/server";
import { OrderItems } from "@/components/order/order-items";
import { Card } from "@/components/ui/card";
import { Price } from "@/components/ui/price";
import type { DeliveryChoice } from "@/lib/queries/patient/delivery-choice";

/** The medicine at the prices of now, and what it comes to. */
export async function MedicineBill({ choice }: { choice: DeliveryChoice }) {
  const [t, locale] = await Promise.all([getTranslations("orders.choice"), getLocale()]);
  return (
    <Card className="grid gap-3">
      <OrderItems items={choice.lines.map((line) => ({ ...line, unitPriceFen: line.medicine.priceFen }))} />
      <p className="flex justify-between border-line border-t pt-3 font-semibold">
        {t("total")}
        <Price fen={choice.medicineFen} locale={locale} />
      </p>
    </Card>
  );
}
