"use client";

import { signIn } from "next-auth/react";
import { type SubmitEvent, useState, useTransition } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";

interface Texts {
  login: string;
  loginHint: string;
  password: string;
  code: string;
  codeHint: string;
  submit: string;
  wrong: string;
  tooMany: string;
  unreachable: string;
}

/** Account, password and, for staff, the code of the second factor. The password is cleared when refused. */
export function SignInForm({ texts }: { texts: Texts }) {
  const [isBusy, start] = useTransition();
  const [refusal, setRefusal] = useState<string>();

  function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = event.currentTarget;
    const sent = new FormData(form);
    start(async () => {
      try {
        const answer = await signIn("credentials", {
          login: sent.get("login"),
          password: sent.get("password"),
          code: sent.get("code"),
          redirect: false,
        });
        if (answer?.ok && !answer.error) {
          location.assign("/sign-in");
          return;
        }
        setRefusal(answer?.error === "too_many" ? texts.tooMany : texts.wrong);
        const password = form.elements.namedItem("password");
        if (password instanceof HTMLInputElement) {
          password.value = "";
          password.focus();
        }
      } catch {
        setRefusal(texts.unreachable);
      }
    });
  }

  return (
    <form method="post" onSubmit={submit} className="grid gap-5" aria-busy={isBusy}>
      <Field label={texts.login} hint={texts.loginHint}>
        <Input name="login" autoComplete="username" inputMode="text" required />
      </Field>
      <Field label={texts.password}>
        <Input name="password" type="password" autoComplete="current-password" required />
      </Field>
      <Field label={texts.code} hint={texts.codeHint}>
        <Input name="code" autoComplete="one-time-code" maxLength={12} />
      </Field>
      <div role="alert">
        {refusal && <p className="rounded-md bg-danger-tint px-3 py-2 text-danger-ink">{refusal}</p>}
      </div>
      <Button type="submit" variant="primary" busy={isBusy}>
        {texts.submit}
      </Button>
    </form>
  );
}
