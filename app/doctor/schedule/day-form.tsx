"use client";

import { CommandButton } from "@/components/form/command-button";
import { CommandField } from "@/components/form/command-field";
import { CommandForm } from "@/components/form/command-form";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { setDay } from "./actions";

type Texts = Readonly<Record<"service" | "day" | "from" | "to" | "placesHint" | "submit" | "unreachable", string>>;

/** One session of one day: other places, none, or one more than in the week. */
export function DayForm({
  services,
  texts,
}: {
  services: readonly { readonly value: string; readonly label: string }[];
  texts: Texts;
}) {
  return (
    <CommandForm
      action={setDay}
      resetWhenDone
      unreachable={texts.unreachable}
      label={texts.submit}
      className="grid gap-4"
    >
      <CommandField name="offeringId" label={texts.service}>
        <Select name="offeringId">
          {services.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </Select>
      </CommandField>
      <div className="grid gap-4 sm:grid-cols-4">
        <CommandField name="day" label={texts.day}>
          <Input name="day" type="date" required />
        </CommandField>
        <CommandField name="from" label={texts.from}>
          <Input name="from" placeholder="09:00" maxLength={5} required />
        </CommandField>
        <CommandField name="to" label={texts.to}>
          <Input name="to" placeholder="11:30" maxLength={5} required />
        </CommandField>
        <CommandField name="places" label={texts.placesHint}>
          <Input name="places" inputMode="numeric" maxLength={3} required />
        </CommandField>
      </div>
      <CommandButton variant="secondary" className="justify-self-start">
        {texts.submit}
      </CommandButton>
    </CommandForm>
  );
}
