import { ChevronRight } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { Age } from "@/components/patient/age";
import { Avatar } from "@/components/ui/avatar";
import { Badge } from "@/components/ui/badge";
import { AppLink, ButtonLink } from "@/components/ui/button-link";
import { Card, Section } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { MOST_PEOPLE } from "@/lib/domain/patient-input";
import type { BookingDesk } from "@/lib/queries/patient/book";

/** The first step: for which of my people it is. */
export async function ChoosePerson({ desk: { offering, people }, now }: { desk: BookingDesk; now: Date }) {
  const [t, terms, words] = await Promise.all([
    getTranslations("booking.who"),
    getTranslations("terms"),
    getTranslations("patient.people"),
  ]);
  const here = `/patient/book/${offering.id}`;
  const add = (
    <ButtonLink
      href={`/patient/people/add?next=${encodeURIComponent(here)}`}
      variant={people.length === 0 ? "next" : "secondary"}
    >
      {words("add")}
    </ButtonLink>
  );
  return (
    <Section title={t("title")}>
      {people.length === 0 && (
        <EmptyState title={words("none")} action={add}>
          {words("noneLead")}
        </EmptyState>
      )}
      <ul className="grid gap-2">
        {people.map((person) => (
          <li key={person.id}>
            <Card className="relative flex items-center gap-3 hover:border-line-strong">
              <Avatar name={person.name} />
              <div className="grid min-w-0 flex-1">
                <AppLink
                  href={`${here}?patient=${person.id}`}
                  className="font-semibold after:absolute after:inset-0 after:rounded-lg"
                >
                  {person.name}
                </AppLink>
                <p className="text-ink-muted text-sm">
                  {terms(`relation.${person.relation}`)} · {terms(`sex.${person.sex}`)} ·{" "}
                  <Age birthDate={person.birthDate} now={now} />
                </p>
              </div>
              {offering.service === "follow_up" && !person.isLinked && <Badge tone="warning">{t("cardNeeded")}</Badge>}
              <ChevronRight aria-hidden="true" className="size-5 shrink-0 text-ink-muted" />
            </Card>
          </li>
        ))}
      </ul>
      {people.length > 0 && people.length < MOST_PEOPLE && <div>{add}</div>}
    </Section>
  );
}
