import { getTranslations } from "next-intl/server";
import { PersonCard } from "@/components/patient/person-card";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { requireActor } from "@/lib/auth/actor";
import { MOST_PEOPLE } from "@/lib/domain/patient-input";
import { pageTitle } from "@/lib/i18n/metadata";
import { myPeople } from "@/lib/queries/patient/people";
import { RemoveForm } from "./remove-form";

export const generateMetadata = pageTitle("patient", "people.title");

export default async function PeoplePage() {
  const actor = await requireActor("patient");
  const [people, t, common] = await Promise.all([
    myPeople(actor),
    getTranslations("patient.people"),
    getTranslations("common"),
  ]);
  const now = new Date();
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
      {people.length === 0 && (
        <EmptyState title={t("none")} action={add}>
          {t("noneLead")}
        </EmptyState>
      )}
      <ul className="grid gap-3">
        {people.map((person) => (
          <li key={person.id}>
            <PersonCard person={person} now={now}>
              <RemoveForm
                patientId={person.id}
                texts={{
                  remove: t("remove"),
                  title: t("removeTitle", { name: person.name }),
                  lead: t("removeLead"),
                  confirm: t("removeConfirm"),
                  close: common("actions.close"),
                  unreachable: common("unreachable"),
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
