"use client";

import { useRouter } from "next/navigation";
import { type ReactNode, type SubmitEvent, useEffect, useRef, useState, useTransition } from "react";
import type { ActionResult } from "@/lib/domain/result";
import { withStepUp } from "@/lib/live/with-step-up";
import { askStepUp } from "./ask-step-up";
import { FormStateContext } from "./form-state";

interface Props<Data> {
  readonly action: (form: FormData) => Promise<ActionResult<Data>>;
  readonly children: ReactNode;
  /** Called with the answer of a command that was carried out. */
  readonly onDone?: (data: Data) => void;
  /** Where to go afterwards; `:id` is taken from the answer's `id`. */
  readonly doneHref?: string;
  /** Empties the form afterwards. */
  readonly resetWhenDone?: boolean;
  /** Said below the form afterwards, where the page itself does not show what was done. */
  readonly doneNote?: string;
  readonly className?: string;
  /** Names the form where its heading does not. */
  readonly label?: string;
  /** Shown where the server could not be reached. */
  readonly unreachable: string;
}

/**
 * A form around a server action. What was typed stays when the command is refused; the refusal is read out and the first
 * field at fault gets the focus; a second press while it runs does nothing.
 */
export function CommandForm<Data>(props: Props<Data>) {
  const router = useRouter();
  const form = useRef<HTMLFormElement>(null);
  const note = useRef<HTMLDivElement>(null);
  const [isBusy, start] = useTransition();
  const [isDone, setDone] = useState(false);
  const [refusal, setRefusal] = useState<{
    code?: string;
    message: string;
    fields: Readonly<Record<string, string>>;
  }>();

  // A field at fault has the focus already; without one the reason may stand below the screen.
  useEffect(() => {
    if (refusal && Object.keys(refusal.fields).length === 0) note.current?.scrollIntoView({ block: "nearest" });
  }, [refusal]);

  function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    if (isBusy) return;
    const submitter = event.nativeEvent.submitter;
    const sent = new FormData(event.currentTarget, submitter);
    setDone(false);
    start(async () => {
      const result = await withStepUp(() => props.action(sent), askStepUp).catch(() => null);
      if (result?.ok) {
        setRefusal(undefined);
        setDone(true);
        if (props.resetWhenDone) form.current?.reset();
        props.onDone?.(result.data);
        // In the form's place: going back leads to where one came from, not to a form that was sent.
        if (props.doneHref) router.replace(withId(props.doneHref, result.data));
        return;
      }
      const fields = result?.fields ?? {};
      setRefusal({ code: result?.code, message: result?.message ?? props.unreachable, fields });
      const atFault = Object.keys(fields)[0];
      const named = atFault && form.current?.elements.namedItem(atFault);
      if (named instanceof HTMLElement) named.focus();
    });
  }

  return (
    <form
      method="post"
      ref={form}
      onSubmit={submit}
      className={props.className}
      aria-label={props.label}
      aria-busy={isBusy}
      noValidate
    >
      <FormStateContext value={{ isBusy, code: refusal?.code, fields: refusal?.fields ?? {} }}>
        {props.children}
      </FormStateContext>
      {props.doneNote && (
        <p role="status" className="text-success-ink text-sm empty:hidden">
          {isDone && props.doneNote}
        </p>
      )}
      <div ref={note} role="alert">
        {refusal && (
          <p className="mt-3 rounded-md bg-danger-tint px-3 py-2 text-danger-ink text-sm">{refusal.message}</p>
        )}
      </div>
    </form>
  );
}

function withId(href: string, data: unknown): string {
  const id = typeof data === "object" && data !== null && "id" in data ? String(data.id) : "";
  return href.replace(":id", id);
}
