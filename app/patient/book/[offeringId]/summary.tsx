"use client";

import { Alert } from "@/components/ui/alert";
import { Card } from "@/components/ui/card";
import { DescriptionList } from "@/components/ui/description-list";
import type { RadioOption } from "@/components/ui/radio-cards";
import type { BookingFormProps } from "./booking-form";
import type { Draft } from "./draft";

/** Everything once more before it is sent: whom, what, for how much, and what happens next. */
export function Summary({
  summary,
  texts,
  draft,
  visit,
  session,
}: Pick<BookingFormProps, "summary" | "texts"> & {
  draft: Draft | undefined;
  visit: RadioOption | undefined;
  session: RadioOption | undefined;
}) {
  return (
    <>
      <Card>
        <DescriptionList
          rows={[
            ...summary,
            [texts.sessionTitle, session?.label],
            [texts.confirmVisit, visit && <VisitLine key="visit" visit={visit} />],
            [
              texts.confirmSymptoms,
              draft && <span className="line-clamp-4 whitespace-pre-line">{draft.symptoms}</span>,
            ],
          ]}
        />
      </Card>
      <p>{texts.promise}</p>
      <p>{texts.payWithin}</p>
      <Alert tone="warning">{texts.urgent}</Alert>
    </>
  );
}

function VisitLine({ visit }: { visit: RadioOption }) {
  return (
    <>
      {visit.label}
      <span className="block text-ink-muted text-sm">{visit.hint}</span>
    </>
  );
}
