import { getLocale, getTranslations } from "next-intl/server";
import { Alert } from "@/components/ui/alert";
import { AppLink } from "@/components/ui/button-link";
import { formatDay, formatMoment } from "@/components/ui/moment";
import { formatFen } from "@/components/ui/price";
import { MOST_PICTURES } from "@/lib/domain/booking-limits";
import { dateColumn } from "@/lib/domain/calendar";
import { clock, sessionName } from "@/lib/domain/schedule";
import { visitTitle } from "@/lib/domain/visit";
import { redFlags } from "@/lib/domain/vocabulary/red-flags";
import { pick } from "@/lib/i18n/locale";
import type { BookingDesk } from "@/lib/queries/patient/book";
import { BarredVisits } from "./barred-visits";
import { BookingForm } from "./booking-form";
import { bookingTexts } from "./booking-texts";
import { intakeForm } from "./intake-form";

/** The application of one person: everything that the form shows, put into the reader's language here. */
export async function Application({
  offering,
  applicant,
}: {
  offering: BookingDesk["offering"];
  applicant: NonNullable<BookingDesk["applicant"]>;
}) {
  const [t, terms, locale, texts, intake] = await Promise.all([
    getTranslations("booking"),
    getTranslations("terms"),
    getLocale(),
    bookingTexts(MOST_PICTURES, Math.round(offering.acceptMinutes / 60), applicant.draft?.savedAt),
    intakeForm(applicant.intake),
  ]);
  const { draft } = applicant;
  const asked = redFlags.filter(({ id }) => offering.redFlagIds.includes(id));
  return (
    <div className="grid gap-5">
      <p>
        <span className="font-semibold">{applicant.name}</span> ·{" "}
        <AppLink href={`/patient/book/${offering.id}?patient=choose`}>{t("who.change")}</AppLink>
      </p>
      {applicant.needsGuardian && <Alert tone="info">{t("guardian")}</Alert>}
      <BarredVisits visits={applicant.barred} days={offering.recordWindowDays} />
      <BookingForm
        offeringId={offering.id}
        patientId={applicant.id}
        consent={{
          id: offering.consentId,
          sha256: offering.consentSha256,
          title: pick(locale, offering.consentTitleZh, offering.consentTitleEn),
          paragraphs: pick(locale, offering.consentBodyZh, offering.consentBodyEn).split("\n\n"),
        }}
        visits={applicant.visits.map(({ visit, suitability }) => ({
          value: visit.fhirId,
          label: visitTitle(visit),
          hint: [
            formatMoment(visit.at, locale, "date"),
            visit.department ?? t("visit.offline"),
            ...(suitability === "doctor_decides" ? [t("visit.doctorDecides")] : []),
          ].join(" · "),
        }))}
        sessions={(offering.channel === "text" ? [] : offering.sessions).map(({ day, from, to, left }) => ({
          value: sessionName(day, from),
          label: `${formatDay(dateColumn(day), locale)} ${clock(from)}–${clock(to)}`,
          hint: t("session.left", { count: left }),
        }))}
        questions={asked.map((flag) => ({
          id: flag.id,
          question: pick(locale, flag.zh, flag.en),
          advice: pick(locale, flag.adviceZh, flag.adviceEn),
        }))}
        intake={intake}
        mostPictures={MOST_PICTURES}
        kept={draft && { ...draft, savedAt: draft.savedAt.toISOString() }}
        locale={locale}
        summary={[
          [t("confirm.patient"), applicant.name],
          [
            t("confirm.doctor"),
            `${pick(locale, offering.doctorZh, offering.doctorEn)} · ${terms(`doctorTitle.${offering.title}`)}`,
          ],
          [t("confirm.service"), `${terms(`service.${offering.service}`)} · ${terms(`channel.${offering.channel}`)}`],
          [t("confirm.fee"), formatFen(offering.feeFen, locale)],
        ]}
        texts={texts}
      />
    </div>
  );
}
