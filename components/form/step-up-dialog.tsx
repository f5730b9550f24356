"use client";

import { type SubmitEvent, useEffect, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import type { StepUpTexts } from "@/lib/domain/step-up-input";

const ADDRESS = "/api/step-up";

async function send(code: string): Promise<string | null> {
  const answer = await fetch(ADDRESS, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ code }),
  });
  if (answer.ok) return null;
  const refusal: { message: string; fields?: Record<string, string> } = await answer.json();
  return refusal.fields?.code ?? refusal.message;
}

/** Asks for the authenticator's code. What was being sent waits behind it and loses nothing. */
export function StepUpDialog({ onEnd }: { onEnd: (isDone: boolean) => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [texts, setTexts] = useState<StepUpTexts>();
  const [fault, setFault] = useState<string>();
  const [isBusy, setBusy] = useState(false);

  useEffect(() => {
    fetch(ADDRESS)
      .then((answer) => (answer.ok ? answer.json() : Promise.reject(answer)))
      .then(setTexts)
      .catch(() => onEnd(false));
  }, [onEnd]);
  useEffect(() => {
    if (texts && !dialog.current?.open) dialog.current?.showModal();
  }, [texts]);

  async function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    setBusy(true);
    const code = String(new FormData(event.currentTarget).get("code") ?? "");
    const refusal = await send(code).catch(() => texts?.unreachable ?? "");
    setBusy(false);
    if (refusal === null) onEnd(true);
    else setFault(refusal);
  }

  if (!texts) return null;
  return (
    <dialog
      ref={dialog}
      aria-labelledby="step-up-title"
      onClose={() => onEnd(false)}
      className="m-auto w-[min(26rem,calc(100vw-2rem))] rounded-xl bg-surface-raised p-6 text-ink shadow-overlay open:animate-rise"
    >
      <h2 id="step-up-title" className="font-semibold text-lg">
        {texts.title}
      </h2>
      <p className="mt-1 mb-4 text-ink-muted">{texts.lead}</p>
      <form method="post" onSubmit={submit} className="grid gap-4" aria-busy={isBusy} noValidate>
        <Field label={texts.code} hint={texts.codeHint} error={fault}>
          <Input name="code" inputMode="numeric" autoComplete="one-time-code" maxLength={9} autoFocus />
        </Field>
        <div className="flex flex-wrap justify-end gap-3">
          <Button variant="quiet" type="button" onClick={() => onEnd(false)}>
            {texts.cancel}
          </Button>
          <Button variant="primary" type="submit" busy={isBusy}>
            {texts.confirm}
          </Button>
        </div>
      </form>
    </dialog>
  );
}
