import { getLocale } from "next-intl/server";
import { Alert } from "@/components/ui/alert";
import { formatMoment } from "@/components/ui/moment";
import { returnReasons } from "@/lib/domain/vocabulary/return-reasons";
import { pick } from "@/lib/i18n/locale";

/** What the pharmacist said of a prescription: the coded reason and the words beside it. */
export async function ReviewNote({
  title,
  review,
}: {
  title: string;
  review: { readonly reasonCode: string | null; readonly note: string; readonly at: Date };
}) {
  const locale = await getLocale();
  const reason = returnReasons.find(({ code }) => code === review.reasonCode);
  return (
    <Alert tone="warning" title={`${title} · ${formatMoment(review.at, locale)}`}>
      {reason && <p className="font-medium">{pick(locale, reason.zh, reason.en)}</p>}
      {review.note && <p>{review.note}</p>}
    </Alert>
  );
}
