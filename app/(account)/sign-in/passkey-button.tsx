"use client";

import { signIn } from "next-auth/react";
import { useState, useTransition } from "react";
import { Button } from "@/components/ui/button";

/** Signs a member of staff in by passkey alone. */
export function PasskeyButton({ texts }: { texts: Readonly<Record<"passkey" | "passkeyFailed" | "tooMany", string>> }) {
  const [isBusy, start] = useTransition();
  const [fault, setFault] = useState<string>();

  const enter = () =>
    start(async () => {
      try {
        const { startAuthentication } = await import("@simplewebauthn/browser");
        const asked = await fetch("/api/passkeys/sign-in");
        if (!asked.ok) return setFault(texts.passkeyFailed);
        const answer = await startAuthentication({ optionsJSON: await asked.json() });
        const done = await signIn("passkey", { answer: JSON.stringify(answer), redirect: false });
        if (done?.ok && !done.error) return location.assign("/sign-in");
        setFault(done?.error === "too_many" ? texts.tooMany : texts.passkeyFailed);
      } catch {
        setFault(texts.passkeyFailed);
      }
    });

  return (
    <div className="mt-6 grid gap-2 border-line border-t pt-6">
      <Button variant="secondary" busy={isBusy} onClick={enter}>
        {texts.passkey}
      </Button>
      <p role="alert" className="text-danger-ink text-sm empty:hidden">
        {fault}
      </p>
    </div>
  );
}
