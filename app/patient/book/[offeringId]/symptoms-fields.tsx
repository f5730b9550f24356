"use client";

import { PicturePicker } from "@/components/form/picture-picker";
import { Field } from "@/components/ui/field";
import { RadioCards } from "@/components/ui/radio-cards";
import type { BookingFormProps } from "./booking-form";
import { IntakeFields } from "./intake-fields";
import { SymptomsText } from "./symptoms-text";

/** Which visit it follows up, the symptoms in words, and pictures. */
export function SymptomsFields({
  visits,
  sessions,
  mostPictures,
  intake,
  texts,
  errors,
  kept,
  onPictures,
}: Pick<BookingFormProps, "visits" | "sessions" | "mostPictures" | "intake" | "texts" | "kept"> & {
  errors: Readonly<Record<string, string>>;
  onPictures: (isUnsettled: boolean) => void;
}) {
  const typed = kept?.fields ?? {};
  const visitId = visits.some(({ value }) => value === typed.visitId) ? typed.visitId : visits[0]?.value;
  return (
    <>
      {visits[0] && (
        <RadioCards
          legend={texts.visitTitle}
          name="visitId"
          options={visits}
          defaultValue={visitId}
          error={errors.visitId}
        />
      )}
      {sessions.length > 0 && (
        <RadioCards columns legend={texts.sessionTitle} name="session" options={sessions} error={errors.session} />
      )}
      <Field label={texts.symptomsLabel} hint={texts.symptomsHint} error={errors.symptoms}>
        <SymptomsText left={texts.symptomsLeft} defaultValue={typed.symptoms} />
      </Field>
      <IntakeFields form={intake} typed={typed} isKept={kept !== null} errors={errors} />
      <PicturePicker
        most={mostPictures}
        texts={texts.pictures}
        error={errors.pictureIds}
        kept={kept?.pictureIds}
        onChange={onPictures}
      />
    </>
  );
}
