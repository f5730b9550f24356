"use client";

import { useRouter } from "next/navigation";
import { type SubmitEvent, useState, useTransition } from "react";
import { askStepUp } from "@/components/form/ask-step-up";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";

type Texts = Readonly<Record<"label" | "labelHint" | "add" | "failed" | "unsupported", string>>;

const ADDRESS = "/api/passkeys/new";

/** What the browser is to do; a second factor that is too old is asked for first. */
async function begin(): Promise<unknown> {
  const answer = await fetch(ADDRESS);
  if (answer.ok) return answer.json();
  const { code } = await answer.json();
  if (code === "step_up_needed" && (await askStepUp())) return begin();
  throw new Error(code);
}

/** Makes a passkey on this device and keeps its public half. */
export function AddPasskey({ texts }: { texts: Texts }) {
  const router = useRouter();
  const [isBusy, start] = useTransition();
  const [fault, setFault] = useState<string>();

  function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = event.currentTarget;
    const label = String(new FormData(form).get("label") ?? "");
    if (!window.PublicKeyCredential) return setFault(texts.unsupported);
    start(async () => {
      try {
        const { startRegistration } = await import("@simplewebauthn/browser");
        const optionsJSON = (await begin()) as Parameters<typeof startRegistration>[0]["optionsJSON"];
        const answer = await startRegistration({ optionsJSON });
        const kept = await fetch(ADDRESS, {
          method: "POST",
          headers: { "content-type": "application/json" },
          body: JSON.stringify({ label, answer }),
        });
        if (!kept.ok) {
          const refusal: { message: string; fields?: Record<string, string> } = await kept.json();
          return setFault(refusal.fields?.label ?? refusal.message);
        }
        setFault(undefined);
        form.reset();
        router.refresh();
      } catch {
        setFault(texts.failed);
      }
    });
  }

  return (
    <form method="post" onSubmit={submit} className="flex flex-wrap items-end gap-3" aria-busy={isBusy} noValidate>
      <div className="min-w-56 flex-1">
        <Field label={texts.label} hint={texts.labelHint} error={fault}>
          <Input name="label" maxLength={40} autoComplete="off" required />
        </Field>
      </div>
      <Button type="submit" variant="secondary" busy={isBusy}>
        {texts.add}
      </Button>
    </form>
  );
}
