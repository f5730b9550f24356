import { getLocale, getTranslations } from "next-intl/server";
import { RefusalNotice } from "@/components/patient/refusal-notice";
import { waitTexts } from "@/components/record/wait-texts";
import { AppLink, ButtonLink } from "@/components/ui/button-link";
import { formatMoment } from "@/components/ui/moment";
import { type NextStep, nextSteps } from "@/lib/domain/eligibility";
import type { BookingDesk } from "@/lib/queries/patient/book";
import { RefreshButton } from "../../people/[id]/card/refresh-button";
import { BarredVisits } from "./barred-visits";

type Applicant = NonNullable<BookingDesk["applicant"]>;

/** Why this person cannot book this service now, by which rule, and the next step; a record may also be fetched anew. */
export async function Refused({
  desk: { offering },
  applicant,
  refusal,
}: {
  desk: BookingDesk;
  applicant: Applicant;
  refusal: NonNullable<Applicant["refusal"]>;
}) {
  const [t, common, locale] = await Promise.all([getTranslations("booking"), getTranslations("common"), getLocale()]);
  const here = `/patient/book/${offering.id}`;
  const step = nextSteps[refusal.code] ?? "choose_again";
  const chooseAgain = { href: "/patient/doctors", label: t("refused.chooseAgain") };
  const ways: Partial<Record<NextStep, typeof chooseAgain>> = {
    link_card: {
      href: `/patient/people/${applicant.id}/card?next=${encodeURIComponent(`${here}?patient=${applicant.id}`)}`,
      label: t("refused.linkCard"),
    },
    ...(applicant.openConsultationId && {
      open_consultation: {
        href: `/patient/consultations/${applicant.openConsultationId}`,
        label: t("refused.openConsultation"),
      },
    }),
    visit_hospital: { href: "/patient/doctors?service=consultation", label: t("refused.visitHospital") },
  };
  const way = ways[step] ?? chooseAgain;
  const isAboutRecord = step === "visit_hospital" && applicant.isLinked;
  return (
    <div className="grid gap-4">
      <p>
        <span className="font-semibold">{applicant.name}</span> ·{" "}
        <AppLink href={`${here}?patient=choose`}>{t("who.change")}</AppLink>
      </p>
      <RefusalNotice
        refusal={refusal}
        action={
          <ButtonLink variant="next" href={way.href}>
            {way.label}
          </ButtonLink>
        }
      />
      {isAboutRecord && (
        <div className="grid gap-2">
          <BarredVisits visits={applicant.barred} days={offering.recordWindowDays} />
          {applicant.recordFetchedAt && (
            <p className="text-ink-muted text-sm">
              {t("visit.fetchedAt", { at: formatMoment(applicant.recordFetchedAt, locale, "long") })}
            </p>
          )}
          <RefreshButton
            patientId={applicant.id}
            texts={{ refresh: t("refused.refresh"), unreachable: common("unreachable"), wait: await waitTexts() }}
          />
        </div>
      )}
    </div>
  );
}
