"use client";

import { signIn } from "next-auth/react";
import { type SubmitEvent, useRef, useState, useTransition } from "react";
import { CodeField, type CodeTexts } from "@/components/account/code-field";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { sendSignInCode } from "./actions";

type Texts = CodeTexts & Readonly<Record<"phone" | "phoneHint" | "enter" | "wrongCode" | "tooMany" | "terms", string>>;

/** Mobile number and the code sent to it; a number that is new becomes an account. */
export function CodeForm({ locale, texts }: { locale: string; texts: Texts }) {
  const form = useRef<HTMLFormElement>(null);
  const [isBusy, start] = useTransition();
  const [fault, setFault] = useState<string>();
  const typed = (name: string) => String(new FormData(form.current ?? undefined).get(name) ?? "");

  function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    start(async () => {
      try {
        const answer = await signIn("code", { phone: typed("phone"), code: typed("code"), locale, redirect: false });
        if (answer?.ok && !answer.error) return location.assign("/sign-in");
        setFault(answer?.error === "too_many" ? texts.tooMany : texts.wrongCode);
      } catch {
        setFault(texts.unreachable);
      }
    });
  }

  return (
    <form ref={form} method="post" onSubmit={submit} className="grid gap-5" aria-busy={isBusy} noValidate>
      <Field label={texts.phone} hint={texts.phoneHint}>
        <Input name="phone" type="tel" inputMode="tel" autoComplete="tel-national" maxLength={20} required />
      </Field>
      <CodeField send={() => sendSignInCode({ phone: typed("phone") })} texts={texts} />
      <div role="alert">{fault && <p className="rounded-md bg-danger-tint px-3 py-2 text-danger-ink">{fault}</p>}</div>
      <Button type="submit" variant="primary" size="lg" busy={isBusy}>
        {texts.enter}
      </Button>
      <p className="text-center text-ink-muted text-sm">{texts.terms}</p>
    </form>
  );
}
