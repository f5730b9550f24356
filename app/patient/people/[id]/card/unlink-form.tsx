"use client";

import { CommandButton } from "@/components/form/command-button";
import { CommandForm } from "@/components/form/command-form";
import { Dialog } from "@/components/ui/dialog";
import { unlinkCard } from "./actions";

interface Props {
  readonly patientId: string;
  readonly texts: Readonly<Record<"trigger" | "title" | "lead" | "confirm" | "close" | "unreachable", string>>;
}

export function UnlinkForm({ patientId, texts }: Props) {
  return (
    <Dialog trigger={texts.trigger} title={texts.title} closeLabel={texts.close} variant="quiet">
      <CommandForm action={unlinkCard} unreachable={texts.unreachable} className="grid gap-4">
        <p>{texts.lead}</p>
        <input type="hidden" name="patientId" value={patientId} />
        <CommandButton variant="danger" wide>
          {texts.confirm}
        </CommandButton>
      </CommandForm>
    </Dialog>
  );
}
