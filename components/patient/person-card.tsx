import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { Avatar } from "@/components/ui/avatar";
import { Badge } from "@/components/ui/badge";
import { ButtonLink } from "@/components/ui/button-link";
import { Card } from "@/components/ui/card";
import { formatDay } from "@/components/ui/moment";
import type { MyPerson } from "@/lib/queries/patient/people";
import { Age } from "./age";

/** One of my people: who, by which document, whether the health card is linked, and what can be done. */
export async function PersonCard({
  person,
  now,
  number,
  children,
}: {
  person: MyPerson;
  now: Date;
  /** The document's number, where it can be shown in full. */
  number?: ReactNode;
  children?: ReactNode;
}) {
  const [t, terms, locale] = await Promise.all([
    getTranslations("patient.people"),
    getTranslations("terms"),
    getLocale(),
  ]);
  const isLinked = person.cardNumberMasked !== null;
  return (
    <Card className="grid gap-3">
      <div className="flex items-start gap-3">
        <Avatar name={person.name} />
        <div className="grid min-w-0 flex-1 gap-0.5">
          <h2 className="font-semibold">
            {person.name}{" "}
            <span className="font-normal text-ink-muted text-sm">{terms(`relation.${person.relation}`)}</span>
          </h2>
          <p className="text-sm">
            {terms(`sex.${person.sex}`)} · <Age birthDate={person.birthDate} now={now} /> ·{" "}
            {formatDay(person.birthDate, locale)}
          </p>
          <p className="text-ink-muted text-sm tabular-nums">
            {terms(`idDocument.${person.idDocument}`)} {number ?? person.idNumberMasked}
          </p>
        </div>
      </div>
      <div className="flex flex-wrap items-center gap-2">
        <ButtonLink size="sm" variant={isLinked ? "secondary" : "next"} href={`/patient/people/${person.id}/card`}>
          {t(isLinked ? "showCard" : "linkCard")}
        </ButtonLink>
        {children}
        <Badge tone={isLinked ? "success" : "warning"} className="ml-auto">
          {t(isLinked ? "linked" : "unlinked")}
        </Badge>
      </div>
    </Card>
  );
}
