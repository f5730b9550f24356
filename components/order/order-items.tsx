import { getLocale, getTranslations } from "next-intl/server";
import { Price } from "@/components/ui/price";
import { pick } from "@/lib/i18n/locale";

interface Line {
  readonly position: number;
  readonly packs: number;
  readonly unitPriceFen: number;
  /** Why the pharmacy left it out; null where it did not. */
  readonly leftOutReason?: string | null;
  readonly medicine: {
    readonly nameZh: string;
    readonly nameEn: string;
    readonly packZh: string;
    readonly packEn: string;
  };
}

/** What an order holds: each medicine with its pack, how many, and what they cost. */
export async function OrderItems({ items }: { items: readonly Line[] }) {
  const [t, why, locale] = await Promise.all([
    getTranslations("orders"),
    getTranslations("terms.leaveOutReason"),
    getLocale(),
  ]);
  return (
    <ul className="grid divide-y divide-line">
      {items.map(({ position, packs, unitPriceFen, medicine, leftOutReason }) => (
        <li key={position} className="flex items-baseline justify-between gap-3 py-2 first:pt-0 last:pb-0">
          <span className="min-w-0">
            {pick(locale, medicine.nameZh, medicine.nameEn)}
            <span className="block text-ink-muted text-sm">
              {pick(locale, medicine.packZh, medicine.packEn)} {t("packs", { count: packs })}
            </span>
            {leftOutReason && (
              <span className="block text-sm text-warning-ink">
                {t("order.leftOut", { reason: why(leftOutReason) })}
              </span>
            )}
          </span>
          <Price fen={packs * unitPriceFen} locale={locale} />
        </li>
      ))}
    </ul>
  );
}
