import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { ConsentStep } from "@/components/consent/consent-step";
import { Alert } from "@/components/ui/alert";
import { ButtonLink } from "@/components/ui/button-link";
import { Card } from "@/components/ui/card";
import { DateTime } from "@/components/ui/date-time";
import { DescriptionList } from "@/components/ui/description-list";
import { PageHeader } from "@/components/ui/page-header";
import { requireActor } from "@/lib/auth/actor";
import { isId } from "@/lib/domain/id";
import { ownPath } from "@/lib/domain/own-path";
import { pageTitle } from "@/lib/i18n/metadata";
import { personsCard } from "@/lib/queries/patient/card";
import { agree } from "../consents/actions";
import { LinkedCard } from "./linked-card";
import { WaysToLink } from "./ways-to-link";

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
  const [t, terms, locale] = await Promise.all([
    getTranslations("patient.card"),
    getTranslations("terms"),
    getLocale(),
  ]);
  const { card, missing } = person;
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
      {card && <LinkedCard person={person} next={next} />}
      {!card && missing.length === 0 && <WaysToLink patientId={person.id} next={next} isLinked={false} />}
    </div>
  );
}
