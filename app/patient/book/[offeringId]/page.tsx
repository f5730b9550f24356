import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { ConsentStep } from "@/components/consent/consent-step";
import { PageHeader } from "@/components/ui/page-header";
import { requireActor } from "@/lib/auth/actor";
import { isId } from "@/lib/domain/id";
import { pick } from "@/lib/i18n/locale";
import { pageTitle } from "@/lib/i18n/metadata";
import { bookingDesk } from "@/lib/queries/patient/book";
import { agree } from "../../people/[id]/consents/actions";
import { Application } from "./application";
import { ChoosePerson } from "./choose-person";
import { Refused } from "./refused";

export const generateMetadata = pageTitle("booking", "metaTitle");

interface Props {
  params: Promise<{ offeringId: string }>;
  searchParams: Promise<{ patient?: string | string[] }>;
}

export default async function BookPage({ params, searchParams }: Props) {
  const actor = await requireActor("patient");
  const [{ offeringId }, { patient }] = await Promise.all([params, searchParams]);
  // Without a word about the person: whom one acts for already. The way to choose another names nobody.
  const named = patient === undefined ? actor.actingFor?.id : patient;
  const chosen = typeof named === "string" && isId(named) ? named : undefined;
  const now = new Date();
  const desk = isId(offeringId) ? await bookingDesk(actor, now, offeringId, chosen) : null;
  if (!desk) notFound();
  const [t, terms, locale] = await Promise.all([getTranslations("booking"), getTranslations("terms"), getLocale()]);
  const { offering, applicant } = desk;
  return (
    <>
      <PageHeader
        title={t("title", { service: terms(`service.${offering.service}`) })}
        lead={`${pick(locale, offering.doctorZh, offering.doctorEn)} · ${pick(locale, offering.departmentZh, offering.departmentEn)}`}
      />
      {!applicant && <ChoosePerson desk={desk} now={now} />}
      {applicant?.refusal && <Refused desk={desk} applicant={applicant} refusal={applicant.refusal} />}
      {applicant && !applicant.refusal && (
        <ConsentStep step="booking" person={applicant} missing={applicant.missing} action={agree} />
      )}
      {applicant && !applicant.refusal && applicant.missing.length === 0 && (
        <Application offering={offering} applicant={applicant} />
      )}
    </>
  );
}
