"use client";

import { useState } from "react";
import { Field } from "@/components/ui/field";
import { Fieldset } from "@/components/ui/fieldset";
import { Input, Textarea } from "@/components/ui/input";
import { RadioCards } from "@/components/ui/radio-cards";
import { Select } from "@/components/ui/select";
import { INTAKE_TEXT } from "@/lib/domain/booking-limits";
import type { IntakeForm } from "./intake-form";

/** What is asked beside the free text: since when, how it goes, medicines, allergies, and what this person's age and sex call for. */
export function IntakeFields({
  form,
  typed,
  isKept,
  errors,
}: {
  form: IntakeForm;
  /** What was typed before, by the name of the field; with `isKept` an empty field was left empty. */
  typed: Readonly<Record<string, string>>;
  isKept: boolean;
  errors: Readonly<Record<string, string>>;
}) {
  const { texts, options, known } = form;
  const first = (field: string, onRecord = "") => typed[`intake.${field}`] ?? (isKept ? "" : onRecord);
  const allergies = first("allergies", known.allergies && "some");
  const [hasAllergies, setHasAllergies] = useState(allergies === "some");
  return (
    <>
      <Fieldset legend={texts.since} error={errors["intake.sinceCount"] ?? errors["intake.sinceUnit"]}>
        <div className="grid grid-cols-[6rem_1fr] gap-2">
          <Input
            name="intake.sinceCount"
            inputMode="numeric"
            maxLength={2}
            aria-label={texts.sinceCount}
            defaultValue={first("sinceCount")}
          />
          <Select name="intake.sinceUnit" aria-label={texts.sinceUnit} defaultValue={first("sinceUnit") || "days"}>
            {options.sinceUnit.map(({ value, label }) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </Select>
        </div>
      </Fieldset>
      <RadioCards
        columns
        legend={texts.course}
        name="intake.course"
        options={options.course}
        defaultValue={first("course")}
        error={errors["intake.course"]}
      />
      <Field
        label={texts.medicines}
        hint={texts.medicinesHint}
        mark={texts.optional}
        error={errors["intake.medicines"]}
      >
        <Textarea
          name="intake.medicines"
          defaultValue={first("medicines", known.medicines)}
          maxLength={INTAKE_TEXT}
          className="min-h-20"
        />
      </Field>
      <RadioCards
        columns
        legend={texts.allergies}
        hint={known.allergies ? texts.allergiesFromRecord : undefined}
        name="intake.allergies"
        options={options.allergies}
        defaultValue={allergies}
        error={errors["intake.allergies"]}
        onChange={(value) => setHasAllergies(value === "some")}
      />
      <div hidden={!hasAllergies}>
        <Field label={texts.allergyText} error={errors["intake.allergyText"]}>
          <Textarea
            name="intake.allergyText"
            defaultValue={first("allergyText", known.allergies)}
            maxLength={INTAKE_TEXT}
            className="min-h-20"
          />
        </Field>
      </div>
      {form.asked.pregnancy && (
        <RadioCards
          columns
          legend={texts.pregnancy}
          name="intake.pregnancy"
          options={options.pregnancy}
          defaultValue={first("pregnancy")}
          error={errors["intake.pregnancy"]}
        />
      )}
      {form.asked.measures && (
        <div className="grid grid-cols-2 gap-3">
          <Field label={texts.weight} error={errors["intake.weightKg"]}>
            <Input name="intake.weightKg" inputMode="decimal" maxLength={6} defaultValue={first("weightKg")} />
          </Field>
          <Field label={texts.height} error={errors["intake.heightCm"]}>
            <Input name="intake.heightCm" inputMode="decimal" maxLength={6} defaultValue={first("heightCm")} />
          </Field>
        </div>
      )}
      <RadioCards
        columns
        legend={texts.organs}
        name="intake.organs"
        options={options.organs}
        defaultValue={first("organs")}
        error={errors["intake.organs"]}
      />
    </>
  );
}
