import { Card } from "@/components/ui/card";
import { DescriptionList } from "@/components/ui/description-list";
import { formatFen } from "@/components/ui/price";
import type { ExpressTexts } from "./express-texts";

interface Props {
  readonly medicineFen: number;
  /** Null until a carrier is chosen. */
  readonly deliveryFen: number | null;
  readonly isByCourier: boolean;
  readonly locale: string;
  readonly texts: ExpressTexts;
}

/** Medicine and delivery as two amounts, and what of them is paid online (R23). */
export function Costs({ medicineFen, deliveryFen, isByCourier, locale, texts }: Props) {
  const delivery = deliveryFen === null ? null : formatFen(deliveryFen, locale);
  const payNow = medicineFen + (isByCourier ? 0 : (deliveryFen ?? 0));
  return (
    <section aria-label={texts.summary} aria-live="polite">
      <Card>
        <DescriptionList
          rows={[
            [texts.medicine, formatFen(medicineFen, locale)],
            [
              texts.delivery,
              delivery && isByCourier
                ? texts.deliveryCourier.replace("{amount}", delivery)
                : (delivery ?? texts.chooseFirst),
            ],
            [texts.payNow, <strong key="sum">{formatFen(payNow, locale)}</strong>],
          ]}
        />
      </Card>
    </section>
  );
}
