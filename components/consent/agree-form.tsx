"use client";

import { type ComponentProps, type ReactNode, useCallback, useState } from "react";
import { CommandButton } from "@/components/form/command-button";
import { CommandForm } from "@/components/form/command-form";
import { Checkbox } from "@/components/ui/checkbox";
import { ReadToEnd } from "./read-to-end";

interface Props {
  readonly action: ComponentProps<typeof CommandForm>["action"];
  readonly patientId: string;
  readonly text: { readonly id: string; readonly sha256: string };
  readonly locale: string;
  readonly texts: Readonly<Record<"title" | "end" | "hint" | "agree" | "submit" | "unreachable", string>>;
  /** The text itself. */
  readonly children: ReactNode;
}

/** The text, and below it the agreement, which opens once the end was seen. */
export function AgreeForm({ action, patientId, text, locale, texts, children }: Props) {
  const [isRead, setRead] = useState(false);
  const [isAgreed, setAgreed] = useState(false);
  const onRead = useCallback(() => setRead(true), []);
  return (
    <CommandForm action={action} unreachable={texts.unreachable} label={texts.title} className="grid gap-3">
      <input type="hidden" name="patientId" value={patientId} />
      <input type="hidden" name="consentTextId" value={text.id} />
      <input type="hidden" name="sha256" value={text.sha256} />
      <input type="hidden" name="locale" value={locale} />
      <ReadToEnd label={texts.title} end={texts.end} onRead={onRead}>
        {children}
      </ReadToEnd>
      <p aria-live="polite" className="text-ink-muted text-sm empty:hidden">
        {!isRead && texts.hint}
      </p>
      <Checkbox
        name="isAgreed"
        label={texts.agree}
        disabled={!isRead}
        checked={isAgreed}
        onChange={(event) => setAgreed(event.currentTarget.checked)}
      />
      <CommandButton variant="next" size="lg" wide disabled={!isAgreed}>
        {texts.submit}
      </CommandButton>
    </CommandForm>
  );
}
