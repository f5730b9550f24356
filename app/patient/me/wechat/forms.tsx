"use client";

import { CommandButton } from "@/components/form/command-button";
import { CommandForm } from "@/components/form/command-form";
import { ButtonLink } from "@/components/ui/button-link";
import { bind, unbind } from "./actions";

/** Asks whether the phone that WeChat named belongs to this account. */
export function BindForm({ texts }: { texts: Readonly<Record<"agree" | "later" | "unreachable", string>> }) {
  return (
    <CommandForm action={bind} unreachable={texts.unreachable} label={texts.agree}>
      <input type="hidden" name="agree" value="yes" />
      <div className="flex flex-wrap gap-2">
        <CommandButton variant="primary">{texts.agree}</CommandButton>
        <ButtonLink href="/patient" variant="secondary">
          {texts.later}
        </ButtonLink>
      </div>
    </CommandForm>
  );
}

export function UnbindForm({ texts }: { texts: Readonly<Record<"unbind" | "unreachable", string>> }) {
  return (
    <CommandForm action={unbind} unreachable={texts.unreachable} label={texts.unbind}>
      <input type="hidden" name="unbind" value="yes" />
      <CommandButton variant="secondary">{texts.unbind}</CommandButton>
    </CommandForm>
  );
}
