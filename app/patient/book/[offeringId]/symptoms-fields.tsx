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
  mostPictures,
  intake,
  texts,
  errors,
  onUnsettled,
}: Pick<BookingFormProps, "visits" | "mostPictures" | "intake" | "texts"> & {
  errors: Readonly<Record<string, string>>;
  onUnsettled: (isUnsettled: boolean) => void;
}) {
  return (
    <>
      {visits[0] && (
        <RadioCards
          legend={texts.visitTitle}
          name="visitId"
          options={visits}
          defaultValue={visits[0].value}
          error={errors.visitId}
        />
      )}
      <Field label={texts.symptomsLabel} hint={texts.symptomsHint} error={errors.symptoms}>
        <SymptomsText left={texts.symptomsLeft} />
      </Field>
      <IntakeFields form={intake} errors={errors} />
      <PicturePicker most={mostPictures} texts={texts.pictures} error={errors.pictureIds} onUnsettled={onUnsettled} />
    </>
  );
}
