import { getLocale, getTranslations } from "next-intl/server";
import { buttonClass } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { Card } from "@/components/ui/card";
import { DescriptionList } from "@/components/ui/description-list";
import { formatDay, formatMoment } from "@/components/ui/moment";
import { formatFen } from "@/components/ui/price";
import type { ConsultationStatus } from "@/lib/domain/consultation";
import { closeReasons } from "@/lib/domain/vocabulary/close-reasons";
import { hospital } from "@/lib/domain/vocabulary/hospital";
import { pick } from "@/lib/i18n/locale";
import type { Room } from "@/lib/queries/room/room";

/** A reason as it was chosen from the list, or as the doctor wrote it. */
function reasonIn(locale: string, reason: string | null) {
  const listed = closeReasons.find(({ code }) => code === reason);
  return listed
    ? {
        text: pick(locale, listed.zh, listed.en),
        advice: pick(locale, listed.adviceZh, listed.adviceEn),
        isUrgent: listed.isUrgent,
      }
    : { text: reason, advice: null, isUrgent: false };
}

type Closed = Exclude<ConsultationStatus, "awaiting_payment" | "waiting" | "in_progress">;

/** After these the next step is another doctor. */
const leadsToAnother: readonly Closed[] = ["lapsed", "declined", "expired", "abandoned"];

/** How a consultation ended: why, what the doctor advises, where the money is, and what can be done next. */
export async function Outcome({ room, status }: { room: Room; status: Closed }) {
  const [t, terms, locale] = [await getTranslations("room.page"), await getTranslations("terms"), await getLocale()];
  const reason = reasonIn(locale, room.closeReason);
  const { refund } = room;
  const isSentOffline = status === "declined" || status === "referred_offline";
  const refundText =
    refund &&
    t(refund.status === "pending" ? "refundLine" : "refundDone", {
      amount: formatFen(refund.amountFen, locale),
      status: terms(`refundStatus.${refund.status}`),
      date: formatDay(new Date(refund.expectedAt), locale),
    });
  return (
    <Card className="grid gap-3">
      <div className="flex flex-wrap items-baseline justify-between gap-2">
        <h2 className="font-semibold text-lg">{t(`closed.${status}`)}</h2>
        {room.closedAt && (
          <time dateTime={room.closedAt} className="text-ink-muted text-sm">
            {formatMoment(new Date(room.closedAt), locale)}
          </time>
        )}
      </div>
      <p>{t(`closedText.${status}`)}</p>
      <DescriptionList
        rows={[
          [t("reason"), reason.text],
          [t("advice"), room.closeAdvice ?? reason.advice],
          [t("followUp"), room.followUpOn && formatDay(room.followUpOn, locale)],
          [t("refund"), refundText],
          [t("door"), isSentOffline && pick(locale, hospital.addressZh, hospital.addressEn)],
          [t("doorHours"), isSentOffline && pick(locale, hospital.outpatientZh, hospital.outpatientEn)],
        ]}
      />
      {isSentOffline && reason.isUrgent && (
        <a href="tel:120" className={buttonClass("danger", "lg")}>
          {t("call")}
        </a>
      )}
      <ButtonLink href="/patient/doctors" variant={leadsToAnother.includes(status) ? "next" : "secondary"}>
        {t("again")}
      </ButtonLink>
    </Card>
  );
}
