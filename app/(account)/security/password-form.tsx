"use client";

import { useState } from "react";
import { CommandButton } from "@/components/form/command-button";
import { CommandField } from "@/components/form/command-field";
import { CommandForm } from "@/components/form/command-form";
import { Input } from "@/components/ui/input";
import { changePassword } from "./actions";

type Texts = Readonly<Record<"current" | "password" | "passwordHint" | "submit" | "done" | "unreachable", string>>;

/** A new password for the old one; other devices are signed out. */
export function PasswordForm({ texts }: { texts: Texts }) {
  const [isDone, setDone] = useState(false);
  return (
    <CommandForm
      action={changePassword}
      onDone={() => setDone(true)}
      resetWhenDone
      unreachable={texts.unreachable}
      label={texts.submit}
      className="grid gap-4"
    >
      <CommandField name="current" label={texts.current}>
        <Input name="current" type="password" autoComplete="current-password" maxLength={200} required />
      </CommandField>
      <CommandField name="password" label={texts.password} hint={texts.passwordHint}>
        <Input name="password" type="password" autoComplete="new-password" maxLength={200} required />
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
