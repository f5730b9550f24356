"use client";

import { useState } from "react";
import { CommandButton } from "@/components/form/command-button";
import { CommandChoice } from "@/components/form/command-choice";
import { CommandField } from "@/components/form/command-field";
import { CommandForm } from "@/components/form/command-form";
import { Input } from "@/components/ui/input";
import { askInvoice } from "./actions";

interface Props {
  readonly kindOfThing: "order" | "consultation";
  readonly thingId: string;
  readonly texts: Readonly<
    Record<"holder" | "person" | "organisation" | "title" | "taxNumber" | "submit" | "unreachable", string>
  >;
}

/** An invoice on a person's name, or on an organisation's with its tax number. */
export function InvoiceForm({ kindOfThing, thingId, texts }: Props) {
  const [holder, setHolder] = useState("person");
  return (
    <CommandForm action={askInvoice} unreachable={texts.unreachable} label={texts.submit} className="grid gap-3">
      <input type="hidden" name="kindOfThing" value={kindOfThing} />
      <input type="hidden" name="thingId" value={thingId} />
      <CommandChoice
        columns
        legend={texts.holder}
        name="holder"
        defaultValue="person"
        onChange={setHolder}
        options={[
          { value: "person", label: texts.person },
          { value: "organisation", label: texts.organisation },
        ]}
      />
      <CommandField name="title" label={texts.title}>
        <Input name="title" maxLength={100} autoComplete="organization" />
      </CommandField>
      {holder === "organisation" && (
        <CommandField name="taxNumber" label={texts.taxNumber}>
          <Input name="taxNumber" maxLength={24} autoComplete="off" autoCapitalize="characters" />
        </CommandField>
      )}
      <CommandButton>{texts.submit}</CommandButton>
    </CommandForm>
  );
}
