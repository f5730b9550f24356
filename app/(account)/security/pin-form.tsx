"use client";

import { useState } from "react";
import { CommandButton } from "@/components/form/command-button";
import { CommandForm } from "@/components/form/command-form";
import { PinField } from "@/components/form/pin-field";
import { setSigningPin } from "./actions";

type Texts = Readonly<Record<"pin" | "pinHint" | "again" | "submit" | "done" | "unreachable", string>>;

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
      <PinField label={texts.pin} hint={texts.pinHint} />
      <PinField name="again" label={texts.again} />
      <CommandButton variant="secondary" className="justify-self-start">
        {texts.submit}
      </CommandButton>
      <p role="status" className="text-success-ink">
        {isDone && texts.done}
      </p>
    </CommandForm>
  );
}
