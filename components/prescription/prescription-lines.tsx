import { getLocale, getTranslations } from "next-intl/server";
import { Price } from "@/components/ui/price";
import { type Sig, sigText } from "@/lib/domain/dose";
import { pick } from "@/lib/i18n/locale";

interface Line extends Sig {
  readonly position: number;
  readonly packs: number;
  /** Shown, for all packs, where it is known. */
  readonly unitPriceFen?: number;
  readonly note: string;
  readonly medicine: {
    readonly nameZh: string;
    readonly nameEn: string;
    readonly strengthZh: string;
    readonly strengthEn: string;
    readonly packZh: string;
    readonly packEn: string;
    readonly storageZh: string;
    readonly storageEn: string;
  };
}

/** What is prescribed, line by line: medicine, packs, and how it is taken as a sentence in the reader's language. */
export async function PrescriptionLines({ items }: { items: readonly Line[] }) {
  const [t, locale] = await Promise.all([getTranslations("orders"), getLocale()]);
  return (
    <ol className="grid divide-y divide-line">
      {items.map((item) => {
        const { medicine } = item;
        return (
          <li key={item.position} className="grid gap-1 py-3 first:pt-0 last:pb-0">
            <p className="flex items-baseline justify-between gap-3">
              <span className="font-semibold">
                {pick(locale, medicine.nameZh, medicine.nameEn)}{" "}
                <span className="font-normal text-ink-muted">
                  {pick(locale, medicine.strengthZh, medicine.strengthEn)}
                </span>
              </span>
              <span className="shrink-0 tabular-nums">
                {t("packs", { count: item.packs })}
                {item.unitPriceFen !== undefined && (
                  <>
                    {" · "}
                    <Price fen={item.packs * item.unitPriceFen} locale={locale} />
                  </>
                )}
              </span>
            </p>
            <p>{sigText(item, locale)}</p>
            {item.note && (
              <p className="text-sm">
                {t("prescription.note")}: {item.note}
              </p>
            )}
            <p className="text-ink-muted text-sm">
              {pick(locale, medicine.packZh, medicine.packEn)} · {pick(locale, medicine.storageZh, medicine.storageEn)}
            </p>
          </li>
        );
      })}
    </ol>
  );
}
