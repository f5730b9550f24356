"use client";

import { useEffect, useState, useTransition } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import type { ActionResult } from "@/lib/domain/result";

export interface CodeTexts {
  readonly code: string;
  readonly send: string;
  /** With `{seconds}` in it. */
  readonly again: string;
  readonly sent: string;
  readonly unreachable: string;
}

/** The code that comes by SMS, and the button that sends it, which rests for a while afterwards. */
export function CodeField({
  send,
  error,
  texts,
}: {
  send: () => Promise<ActionResult<{ againIn: number }>>;
  error?: string | undefined;
  texts: CodeTexts;
}) {
  const [isBusy, start] = useTransition();
  const [left, setLeft] = useState(0);
  const [said, setSaid] = useState<{ text: string; isFault: boolean }>();

  useEffect(() => {
    if (left <= 0) return;
    const timer = setTimeout(() => setLeft(left - 1), 1_000);
    return () => clearTimeout(timer);
  }, [left]);

  const press = () =>
    start(async () => {
      const answer = await send().catch(() => null);
      if (answer?.ok) {
        setLeft(answer.data.againIn);
        setSaid({ text: texts.sent, isFault: false });
      } else {
        const fault = answer && (Object.values(answer.fields ?? {})[0] ?? answer.message);
        setSaid({ text: fault ?? texts.unreachable, isFault: true });
      }
    });

  return (
    <div className="grid gap-2">
      <div className="flex items-end gap-2">
        <div className="min-w-0 flex-1">
          <Field label={texts.code} {...(error && { error })}>
            <Input name="code" inputMode="numeric" autoComplete="one-time-code" maxLength={8} required />
          </Field>
        </div>
        <Button variant="secondary" busy={isBusy} disabled={left > 0} onClick={press}>
          {left > 0 ? texts.again.replace("{seconds}", String(left)) : texts.send}
        </Button>
      </div>
      <p role="status" className={said?.isFault ? "text-danger-ink text-sm" : "text-ink-muted text-sm"}>
        {said?.text}
      </p>
    </div>
  );
}
