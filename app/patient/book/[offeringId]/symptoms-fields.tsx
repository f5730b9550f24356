"use client";

import { PicturePicker } from "@/components/form/picture-picker";
import { Field } from "@/components/ui/field";
import { Textarea } from "@/components/ui/input";
import { RadioCards } from "@/components/ui/radio-cards";
import { SYMPTOMS } from "@/lib/domain/booking-limits";
import type { BookingFormProps } from "./booking-form";

/** Which visit it follows up, the symptoms in words, and pictures. */
export function SymptomsFields({
  visits,
  mostPictures,
  texts,
  errors,
  onUnsettled,
}: Pick<BookingFormProps, "visits" | "mostPictures" | "texts"> & {
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
        {/* Longer than allowed can be typed: it is said, not cut off. */}
        <Textarea name="symptoms" maxLength={SYMPTOMS.max * 2} className="min-h-40" />
      </Field>
      <PicturePicker most={mostPictures} texts={texts.pictures} error={errors.pictureIds} onUnsettled={onUnsettled} />
    </>
  );
}
