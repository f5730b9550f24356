import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { RecordSummary } from "@/components/patient/record-summary";
import { Alert } from "@/components/ui/alert";
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
import { CardForm } from "./card-form";
import { RefreshButton } from "./refresh-button";

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
  const [t, terms, common, locale] = await Promise.all([
    getTranslations("patient.card"),
    getTranslations("terms"),
    getTranslations("common"),
    getLocale(),
  ]);
  const { card } = person;
  const form = (
    <CardForm
      patientId={person.id}
      isLinked={card !== undefined}
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
      {card ? (
        <>
          <RecordSummary person={person} />
          <RefreshButton patientId={person.id} texts={{ refresh: t("refresh"), unreachable: common("unreachable") }} />
          <Disclosure summary={t("resubmit")}>{form}</Disclosure>
        </>
      ) : (
        form
      )}
    </div>
  );
}
