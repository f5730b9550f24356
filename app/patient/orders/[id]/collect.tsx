import { getLocale, getTranslations } from "next-intl/server";
import { DescriptionList } from "@/components/ui/description-list";
import { formatMoment } from "@/components/ui/moment";
import { NextStep } from "@/components/ui/next-step";
import { QrCode } from "@/components/ui/qr-code";
import type { MyOrderPage } from "@/lib/queries/patient/order";

/** The medicine lies ready: the code to show, large and as a QR code, where, when, and until when. */
export async function Collect({ order }: { order: MyOrderPage }) {
  const [t, texts, choice, locale] = await Promise.all([
    getTranslations("orders.order"),
    getTranslations("orders"),
    getTranslations("orders.choice"),
    getLocale(),
  ]);
  const { pickupCode, dueAt } = order;
  return (
    <NextStep label={texts("nextLabel")} title={t("collect.title")}>
      {dueAt && <p>{t("collect.text", { date: formatMoment(dueAt, locale, "date") })}</p>}
      {pickupCode && (
        <div className="my-4 grid justify-items-center gap-2">
          <QrCode text={pickupCode} label={t("collect.qr")} className="size-40 rounded-md" />
          <p className="text-ink-muted text-sm">{t("collect.code")}</p>
          <p className="font-semibold text-4xl tabular-nums tracking-[0.25em]">{pickupCode}</p>
        </div>
      )}
      <DescriptionList
        rows={[
          [t("pickupPlace"), choice("windowText")],
          [t("pickupHours"), choice("hoursText")],
        ]}
      />
    </NextStep>
  );
}
