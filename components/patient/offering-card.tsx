import { getLocale, getTranslations } from "next-intl/server";
import { Badge } from "@/components/ui/badge";
import { ButtonLink } from "@/components/ui/button-link";
import { Card } from "@/components/ui/card";
import { formatDay } from "@/components/ui/moment";
import { Price } from "@/components/ui/price";
import { dateColumn } from "@/lib/domain/calendar";
import { clock } from "@/lib/domain/schedule";
import type { FoundDoctor } from "@/lib/queries/patient/doctors";

const hours = (minutes: number) => Math.round(minutes / 60);

/** One service of a doctor: what it is for, what is promised, its fee, and the way to book it where a place is left. */
export async function OfferingCard({
  offering,
  isAccepting,
}: {
  offering: FoundDoctor["offerings"][number];
  isAccepting: boolean;
}) {
  const [t, terms, locale] = await Promise.all([
    getTranslations("patient.doctors"),
    getTranslations("terms"),
    getLocale(),
  ]);
  const { id, service, channel, feeFen, acceptMinutes, lengthMinutes, nextDay, nextFrom } = offering;
  const placesLeft = Math.max(offering.placesLeft, 0);
  const name = terms(`service.${service}`);
  return (
    <Card className="grid gap-2">
      <div className="flex items-baseline justify-between gap-3">
        <h3 className="font-semibold">
          {name} <span className="font-normal text-ink-muted text-sm">{terms(`channel.${channel}`)}</span>
        </h3>
        <Price fen={feeFen} locale={locale} className="font-semibold text-lg tabular-nums" />
      </div>
      <p className="text-sm">{t(service === "follow_up" ? "followUpNote" : "consultationNote")}</p>
      <p className="text-ink-muted text-sm">
        {channel === "text"
          ? t("promise", { hours: hours(acceptMinutes), length: hours(lengthMinutes) })
          : t("promiseSession")}
      </p>
      {isAccepting && (
        <div className="mt-1 flex items-center justify-between gap-3">
          <span className="grid justify-items-start gap-1">
            <Badge tone={placesLeft > 0 ? "success" : "neutral"}>{t("placesLeft", { count: placesLeft })}</Badge>
            {placesLeft === 0 && nextDay && nextFrom !== null && (
              <span className="text-ink-muted text-sm">
                {t("next", { at: `${formatDay(dateColumn(nextDay), locale)} ${clock(nextFrom)}` })}
              </span>
            )}
          </span>
          {(placesLeft > 0 || (channel !== "text" && nextDay)) && (
            <ButtonLink
              variant="next"
              href={`/patient/book/${id}`}
              aria-label={t("bookService", { service: `${name} · ${terms(`channel.${channel}`)}` })}
            >
              {t("book")}
            </ButtonLink>
          )}
        </div>
      )}
    </Card>
  );
}
