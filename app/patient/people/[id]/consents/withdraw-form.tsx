"use client";

import { CommandButton } from "@/components/form/command-button";
import { CommandForm } from "@/components/form/command-form";
import { Dialog } from "@/components/ui/dialog";
import { withdraw } from "./actions";

interface Props {
  readonly patientId: string;
  readonly kind: string;
  readonly texts: Readonly<Record<"withdraw" | "title" | "effect" | "confirm" | "close" | "unreachable", string>>;
}

/** Says what the withdrawal means, then withdraws. */
export function WithdrawForm({ patientId, kind, texts }: Props) {
  return (
    <Dialog trigger={texts.withdraw} title={texts.title} closeLabel={texts.close} variant="secondary" size="sm">
      <CommandForm action={withdraw} unreachable={texts.unreachable} className="grid gap-4" label={texts.title}>
        <p>{texts.effect}</p>
        <input type="hidden" name="patientId" value={patientId} />
        <input type="hidden" name="kind" value={kind} />
        <CommandButton variant="danger" wide>
          {texts.confirm}
        </CommandButton>
      </CommandForm>
    </Dialog>
  );
}
