"use client";

import { type ReactNode, useState } from "react";
import { CodeList } from "@/components/account/code-list";
import { CommandButton } from "@/components/form/command-button";
import { CommandField } from "@/components/form/command-field";
import { CommandForm } from "@/components/form/command-form";
import { Alert } from "@/components/ui/alert";
import { Fieldset } from "@/components/ui/fieldset";
import { Input } from "@/components/ui/input";
import { acceptInvitation } from "./actions";

type Text =
  | "password"
  | "passwordHint"
  | "repeated"
  | "factor"
  | "factorLead"
  | "secret"
  | "code"
  | "submit"
  | "doneTitle"
  | "doneLead"
  | "codes"
  | "signIn"
  | "unreachable";

interface Props {
  readonly token: string;
  readonly staffNo: string;
  readonly secret: string;
  readonly qr: ReactNode;
  readonly texts: Readonly<Record<Text, string>>;
}

/** Password, authenticator, and then, once, the recovery codes. */
export function JoinForm({ token, staffNo, secret, qr, texts }: Props) {
  const [codes, setCodes] = useState<readonly string[]>();
  if (codes) return <RecoveryCodes codes={codes} texts={texts} />;
  return (
    <CommandForm
      action={acceptInvitation}
      onDone={({ recoveryCodes }) => setCodes(recoveryCodes)}
      unreachable={texts.unreachable}
      className="grid gap-6"
    >
      <input type="hidden" name="token" value={token} />
      {/* So that password managers file the new password under the right name. */}
      <input type="text" autoComplete="username" value={staffNo} readOnly hidden />
      <CommandField name="password" label={texts.password} hint={texts.passwordHint}>
        <Input name="password" type="password" autoComplete="new-password" maxLength={200} required />
      </CommandField>
      <CommandField name="repeated" label={texts.repeated}>
        <Input name="repeated" type="password" autoComplete="new-password" maxLength={200} required />
      </CommandField>
      <Fieldset legend={texts.factor}>
        <p className="text-ink-muted">{texts.factorLead}</p>
        <div className="flex flex-wrap items-center gap-5">
          {qr}
          <p className="grid gap-1 text-sm">
            <span className="text-ink-muted">{texts.secret}</span>
            <code className="break-all text-base">{secret.match(/.{1,4}/g)?.join(" ")}</code>
          </p>
        </div>
        <CommandField name="code" label={texts.code}>
          <Input name="code" inputMode="numeric" autoComplete="one-time-code" maxLength={9} required />
        </CommandField>
      </Fieldset>
      <CommandButton variant="primary" size="lg">
        {texts.submit}
      </CommandButton>
    </CommandForm>
  );
}

function RecoveryCodes({ codes, texts }: { codes: readonly string[]; texts: Props["texts"] }) {
  return (
    <section className="grid gap-5">
      <Alert tone="success" title={texts.doneTitle} live>
        {texts.doneLead}
      </Alert>
      <CodeList label={texts.codes} codes={codes} />
      <a href="/sign-in" className="inline-flex min-h-11 items-center font-medium text-primary underline">
        {texts.signIn}
      </a>
    </section>
  );
}
