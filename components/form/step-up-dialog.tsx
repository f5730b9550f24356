"use client";

import { type SubmitEvent, useEffect, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import type { StepUpOffer } from "@/lib/domain/step-up-input";

const ADDRESS = "/api/step-up";

/** Null where the second factor was right, else what was wrong in the reader's words. */
async function show(shown: { code: string } | { answer: unknown }): Promise<string | null> {
  const answer = await fetch(ADDRESS, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(shown),
  });
  if (answer.ok) return null;
  const refusal: { message: string; fields?: Record<string, string> } = await answer.json();
  return refusal.fields?.code ?? refusal.message;
}

async function passkeyAnswer(asked: unknown): Promise<{ answer: unknown }> {
  const { startAuthentication } = await import("@simplewebauthn/browser");
  const optionsJSON = asked as Parameters<typeof startAuthentication>[0]["optionsJSON"];
  return { answer: await startAuthentication({ optionsJSON }) };
}

/** Asks for the second factor. What was being sent waits behind it and loses nothing. */
export function StepUpDialog({ onEnd }: { onEnd: (isDone: boolean) => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [offer, setOffer] = useState<StepUpOffer>();
  const [fault, setFault] = useState<string>();
  const [isBusy, setBusy] = useState(false);

  useEffect(() => {
    fetch(ADDRESS)
      .then((answer) => (answer.ok ? answer.json() : Promise.reject(answer)))
      .then(setOffer)
      .catch(() => onEnd(false));
  }, [onEnd]);
  useEffect(() => {
    if (offer && !dialog.current?.open) dialog.current?.showModal();
  }, [offer]);

  if (!offer) return null;
  const { texts, passkey } = offer;

  async function confirm(shown: Promise<{ code: string } | { answer: unknown }>) {
    setBusy(true);
    const refusal = await shown.then(show).catch(() => texts.unreachable);
    setBusy(false);
    if (refusal === null) onEnd(true);
    else setFault(refusal);
  }

  function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    const code = String(new FormData(event.currentTarget).get("code") ?? "");
    void confirm(Promise.resolve({ code }));
  }

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
          {passkey !== null && (
            <Button variant="secondary" type="button" onClick={() => confirm(passkeyAnswer(passkey))}>
              {texts.passkey}
            </Button>
          )}
          <Button variant="primary" type="submit" busy={isBusy}>
            {texts.confirm}
          </Button>
        </div>
      </form>
    </dialog>
  );
}
