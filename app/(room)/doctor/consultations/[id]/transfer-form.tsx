"use client";

import { CommandButton } from "@/components/form/command-button";
import { CommandField } from "@/components/form/command-field";
import { CommandForm } from "@/components/form/command-form";
import { Textarea } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { proposeTransfer } from "./actions";

interface Props {
  readonly consultationId: string;
  readonly colleagues: readonly { readonly value: string; readonly label: string }[];
  readonly texts: Readonly<Record<"lead" | "colleague" | "reason" | "reasonHint" | "submit" | "unreachable", string>>;
}

/** Proposes a colleague to the patient, with the reason that he or she reads. */
export function TransferForm({ consultationId, colleagues, texts }: Props) {
  return (
    <CommandForm action={proposeTransfer} unreachable={texts.unreachable} label={texts.submit} className="grid gap-4">
      <p>{texts.lead}</p>
      <input type="hidden" name="consultationId" value={consultationId} />
      <CommandField name="toDoctorId" label={texts.colleague}>
        <Select name="toDoctorId">
          {colleagues.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </Select>
      </CommandField>
      <CommandField name="reason" label={texts.reason} hint={texts.reasonHint}>
        <Textarea name="reason" maxLength={1200} />
      </CommandField>
      <CommandButton className="justify-self-start">{texts.submit}</CommandButton>
    </CommandForm>
  );
}
