"use client";

import { CommandButton } from "@/components/form/command-button";
import { CommandForm } from "@/components/form/command-form";
import type { ActionResult } from "@/lib/domain/result";

interface Props {
  readonly read: (form: FormData) => Promise<ActionResult<unknown>>;
  /** When the list was drawn, ISO 8601: what came later stays unread. */
  readonly until: string;
  readonly label: string;
  readonly unreachable: string;
}

export function ReadAll({ read, until, label, unreachable }: Props) {
  return (
    <CommandForm action={read} unreachable={unreachable}>
      <input type="hidden" name="until" value={until} />
      <CommandButton variant="quiet" size="sm">
        {label}
      </CommandButton>
    </CommandForm>
  );
}
