import { getTranslations } from "next-intl/server";
import { CommandButton } from "@/components/form/command-button";
import { CommandForm } from "@/components/form/command-form";
import { PersonCard } from "@/components/patient/person-card";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { requireActor } from "@/lib/auth/actor";
import { MOST_PEOPLE } from "@/lib/domain/patient-input";
import { pageTitle } from "@/lib/i18n/metadata";
import { openClaims } from "@/lib/queries/patient/claims";
import { myPeople } from "@/lib/queries/patient/people";
import { actFor } from "./actions";
import { Claims } from "./claims";
import { RemoveForm } from "./remove-form";
import { RevealNumber } from "./reveal-number";

export const generateMetadata = pageTitle("patient", "people.title");

export default async function PeoplePage() {
  const actor = await requireActor("patient");
  const now = new Date();
  const [people, claims, t, words, common] = await Promise.all([
    myPeople(actor),
    openClaims(actor, now),
    getTranslations("patient.people"),
    getTranslations("people"),
    getTranslations("common"),
  ]);
  const unreachable = common("unreachable");
  const add = (
    <ButtonLink href="/patient/people/add" variant={people.length === 0 ? "next" : "primary"}>
      {t("add")}
    </ButtonLink>
  );
  return (
    <>
      <PageHeader
        title={t("title")}
        lead={t("lead")}
        actions={people.length > 0 && people.length < MOST_PEOPLE && add}
      />
      {claims.length > 0 && <Claims claims={claims} />}
      {people.length === 0 && (
        <EmptyState title={t("none")} action={add}>
          {t("noneLead")}
        </EmptyState>
      )}
      <ul className="grid gap-3">
        {people.map((person) => (
          <li key={person.id}>
            <PersonCard
              person={person}
              now={now}
              number={
                <RevealNumber
                  patientId={person.id}
                  masked={person.idNumberMasked}
                  texts={{ show: words("show"), hide: words("hide"), unreachable }}
                />
              }
            >
              <CommandForm action={actFor} unreachable={unreachable} label={words("actFor", { name: person.name })}>
                <input type="hidden" name="patientId" value={actor.actingFor?.id === person.id ? "" : person.id} />
                <CommandButton
                  size="sm"
                  variant={actor.actingFor?.id === person.id ? "quiet" : "secondary"}
                  aria-pressed={actor.actingFor?.id === person.id}
                >
                  {words(actor.actingFor?.id === person.id ? "acting" : "act")}
                </CommandButton>
              </CommandForm>
              <RemoveForm
                patientId={person.id}
                texts={{
                  remove: t("remove"),
                  title: t("removeTitle", { name: person.name }),
                  lead: t("removeLead"),
                  confirm: t("removeConfirm"),
                  close: common("actions.close"),
                  unreachable,
                }}
              />
            </PersonCard>
          </li>
        ))}
      </ul>
      {people.length >= MOST_PEOPLE && <p className="mt-4 text-ink-muted">{t("full")}</p>}
    </>
  );
}
