"use client";

import { CommandButton } from "@/components/form/command-button";
import { CommandField } from "@/components/form/command-field";
import { CommandForm } from "@/components/form/command-form";
import { useFormState } from "@/components/form/form-state";
import { Checkbox } from "@/components/ui/checkbox";
import { Textarea } from "@/components/ui/input";
import { requestDeletion } from "./actions";

interface Props {
  readonly patientId: string;
  /** The account acts for nobody else: it may be closed with it. */
  readonly mayClose: boolean;
  readonly texts: Readonly<
    Record<"why" | "whyHint" | "closesAccount" | "closesAccountHint" | "send" | "unreachable", string>
  >;
}

function CloseAccount({ texts }: Pick<Props, "texts">) {
  const { fields } = useFormState();
  return (
    <Checkbox
      name="closesAccount"
      value="yes"
      label={texts.closesAccount}
      hint={texts.closesAccountHint}
      error={fields.closesAccount}
    />
  );
}

/** Asks for the deletion; the reason is the applicant's own affair. */
export function RequestForm({ patientId, mayClose, texts }: Props) {
  return (
    <CommandForm action={requestDeletion} unreachable={texts.unreachable} className="grid gap-4" label={texts.send}>
      <input type="hidden" name="patientId" value={patientId} />
      <CommandField name="why" label={texts.why} hint={texts.whyHint}>
        <Textarea name="why" rows={3} maxLength={500} />
      </CommandField>
      {mayClose && <CloseAccount texts={texts} />}
      <CommandButton variant="danger" wide>
        {texts.send}
      </CommandButton>
    </CommandForm>
  );
}
