"use client";

import { CommandButton } from "@/components/form/command-button";
import { CommandForm } from "@/components/form/command-form";
import { withdrawDeletion } from "./actions";

interface Props {
  readonly requestId: string;
  readonly submit: string;
  readonly unreachable: string;
}

/** Takes the request back; the page then offers to ask again. */
export function WithdrawForm({ requestId, submit, unreachable }: Props) {
  return (
    <CommandForm action={withdrawDeletion} unreachable={unreachable} label={submit}>
      <input type="hidden" name="requestId" value={requestId} />
      <CommandButton variant="secondary">{submit}</CommandButton>
    </CommandForm>
  );
}
