"use client";

import { useState } from "react";
import type { CodeTexts } from "@/components/account/code-field";
import { CommandCode } from "@/components/account/command-code";
import { CommandButton } from "@/components/form/command-button";
import { CommandField } from "@/components/form/command-field";
import { CommandForm } from "@/components/form/command-form";
import { Input } from "@/components/ui/input";
import { sendOwnCode, setPassword } from "./actions";

type Texts = CodeTexts & Readonly<Record<"lead" | "password" | "passwordHint" | "submit" | "done", string>>;

export function PasswordForm({ texts }: { texts: Texts }) {
  const [isDone, setDone] = useState(false);
  return (
    <CommandForm
      action={setPassword}
      onDone={() => setDone(true)}
      resetWhenDone
      unreachable={texts.unreachable}
      label={texts.submit}
      className="grid gap-4"
    >
      <p className="text-ink-muted">{texts.lead}</p>
      <CommandCode send={() => sendOwnCode({ purpose: "set_password" })} texts={texts} />
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
