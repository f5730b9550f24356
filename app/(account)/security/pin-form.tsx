"use client";

import { useState } from "react";
import { CommandButton } from "@/components/form/command-button";
import { CommandField } from "@/components/form/command-field";
import { CommandForm } from "@/components/form/command-form";
import { Input } from "@/components/ui/input";
import { setSigningPin } from "./actions";

type Texts = Readonly<Record<"pin" | "pinHint" | "again" | "submit" | "done" | "unreachable", string>>;

const digits = { type: "password", inputMode: "numeric", autoComplete: "off", maxLength: 12, required: true } as const;

/** A new signing key under a new PIN; what the old one signed stays valid. */
export function PinForm({ texts }: { texts: Texts }) {
  const [isDone, setDone] = useState(false);
  return (
    <CommandForm
      action={setSigningPin}
      onDone={() => setDone(true)}
      resetWhenDone
      unreachable={texts.unreachable}
      label={texts.submit}
      className="grid gap-4"
    >
      <CommandField name="pin" label={texts.pin} hint={texts.pinHint}>
        <Input name="pin" {...digits} />
      </CommandField>
      <CommandField name="again" label={texts.again}>
        <Input name="again" {...digits} />
      </CommandField>
      <CommandButton variant="secondary" className="justify-self-start">
        {texts.submit}
      </CommandButton>
      <p role="status" className="text-success-ink">
        {isDone && texts.done}
      </p>
    </CommandForm>
  );
}
