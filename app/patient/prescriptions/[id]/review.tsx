import { getLocale, getTranslations } from "next-intl/server";
import { DescriptionList } from "@/components/ui/description-list";
import { formatMoment } from "@/components/ui/moment";
import { returnReasons } from "@/lib/domain/vocabulary/return-reasons";
import { pick } from "@/lib/i18n/locale";
import type { MyPrescriptionPage } from "@/lib/queries/patient/prescription";

/** The pharmacist's decision: who, when, and the reason where it was not a yes (R12). */
export async function Review({ review }: { review: MyPrescriptionPage["review"] }) {
  const [t, locale] = await Promise.all([getTranslations("orders.prescription"), getLocale()]);
  if (!review) return <p className="text-ink-muted">{t("notReviewed")}</p>;
  const reason = returnReasons.find(({ code }) => code === review.reasonCode);
  return (
    <DescriptionList
      rows={[
        [t("decision"), t(`decisions.${review.decision}`)],
        [t("reviewedBy"), review.reviewer && pick(locale, review.reviewer.nameZh, review.reviewer.nameEn)],
        [t("reviewedAt"), formatMoment(review.at, locale, "long")],
        [t("reason"), reason && pick(locale, reason.zh, reason.en)],
      ]}
    />
  );
}
