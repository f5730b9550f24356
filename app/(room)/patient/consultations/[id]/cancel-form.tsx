"use client";

import { CommandButton } from "@/components/form/command-button";
import { CommandForm } from "@/components/form/command-form";
import { cancelConsultation } from "./actions";

interface Props {
  readonly consultationId: string;
  readonly submit: string;
  readonly unreachable: string;
}

/** Calls the booking off; the page then shows what became of it. */
export function CancelForm({ consultationId, submit, unreachable }: Props) {
  return (
    <CommandForm action={cancelConsultation} unreachable={unreachable}>
      <input type="hidden" name="consultationId" value={consultationId} />
      <CommandButton variant="danger" wide>
        {submit}
      </CommandButton>
    </CommandForm>
  );
}
