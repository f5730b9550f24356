import { QrCode as QrCodeIcon, ScanLine } from "lucide-react";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { ConsentStep } from "@/components/consent/consent-step";
import { RecordSummary } from "@/components/patient/record-summary";
import { Alert } from "@/components/ui/alert";
import { buttonClass } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { Card } from "@/components/ui/card";
import { DateTime } from "@/components/ui/date-time";
import { DescriptionList } from "@/components/ui/description-list";
import { Disclosure } from "@/components/ui/disclosure";
import { PageHeader } from "@/components/ui/page-header";
import { requireActor } from "@/lib/auth/actor";
import { isId } from "@/lib/domain/id";
import { ownPath } from "@/lib/domain/own-path";
import { pageTitle } from "@/lib/i18n/metadata";
import { personsCard } from "@/lib/queries/patient/card";
import { agree } from "../consents/actions";
import { CardForm } from "./card-form";
import { RefreshButton } from "./refresh-button";
import { UnlinkForm } from "./unlink-form";

export const generateMetadata = pageTitle("patient", "card.title");

interface Props {
  params: Promise<{ id: string }>;
  searchParams: Promise<{ next?: string | string[] }>;
}

export default async function CardPage({ params, searchParams }: Props) {
  const actor = await requireActor("patient");
  const { id } = await params;
  const next = ownPath((await searchParams).next, "/patient/");
  const person = isId(id) ? await personsCard(actor, new Date(), id) : null;
  if (!person) notFound();
  const [t, own, terms, common, locale] = await Promise.all([
    getTranslations("patient.card"),
    getTranslations("card"),
    getTranslations("terms"),
    getTranslations("common"),
    getLocale(),
  ]);
  const { card, missing } = person;
  const isConsented = missing.length === 0;
  const query = next ? `?next=${encodeURIComponent(next)}` : "";
  // A full load: the camera is allowed in that document alone.
  const scan = (
    <a
      href={`/patient/people/${person.id}/scan${query}`}
      className={buttonClass(card ? "secondary" : "next", "lg", true)}
    >
      <ScanLine aria-hidden="true" />
      {own("entry.scan")}
    </a>
  );
  const form = (
    <CardForm
      patientId={person.id}
      texts={{
        number: t("cardNumber"),
        hint: t("cardNumberHint"),
        submit: t(card ? "resubmit" : "submit"),
        unreachable: common("unreachable"),
      }}
    />
  );
  return (
    <div className="grid gap-5">
      <PageHeader title={t("title")} lead={card ? undefined : t("linkLead")} />
      {card && (
        <Alert
          tone="success"
          title={t("linked")}
          action={
            <ButtonLink variant="next" href={next ?? "/patient/doctors?service=follow_up"}>
              {t(next ? "continue" : "book")}
            </ButtonLink>
          }
        />
      )}
      <Card>
        <DescriptionList
          rows={[
            [t("of"), person.name],
            [t("idNumber"), `${terms(`idDocument.${person.idDocument}`)} ${person.idNumberMasked}`],
            [t("cardNumber"), card?.numberMasked],
            [t("linkedAt"), card && <DateTime at={card.linkedAt} locale={locale} format="long" />],
          ]}
        />
      </Card>
      <ConsentStep step="record" person={person} missing={missing} action={agree} />
      {card && (
        <>
          <ButtonLink variant="secondary" size="lg" wide href={`/patient/people/${person.id}/card/code`}>
            <QrCodeIcon aria-hidden="true" />
            {own("entry.show")}
          </ButtonLink>
          <RecordSummary person={person} />
          {isConsented && (
            <>
              <RefreshButton
                patientId={person.id}
                texts={{ refresh: t("refresh"), unreachable: common("unreachable") }}
              />
              <Disclosure summary={t("resubmit")}>
                <div className="grid gap-5">
                  {scan}
                  {form}
                </div>
              </Disclosure>
            </>
          )}
          <UnlinkForm
            patientId={person.id}
            texts={{
              trigger: own("unlink.trigger"),
              title: own("unlink.title", { name: person.name }),
              lead: own("unlink.lead"),
              confirm: own("unlink.confirm"),
              close: common("actions.close"),
              unreachable: common("unreachable"),
            }}
          />
        </>
      )}
      {!card && isConsented && (
        <>
          {scan}
          {form}
        </>
      )}
    </div>
  );
}
