"use client";

import { CommandButton } from "@/components/form/command-button";
import { CommandField } from "@/components/form/command-field";
import { CommandForm } from "@/components/form/command-form";
import { Disclosure } from "@/components/ui/disclosure";
import { Input } from "@/components/ui/input";
import { signForOrder } from "./actions";
import { SignaturePad } from "./signature-pad";

interface Props {
  readonly orderId: string;
  readonly texts: Readonly<
    Record<"draw" | "drawHint" | "clear" | "byCode" | "code" | "codeHint" | "submit" | "unreachable", string>
  >;
}

export function SignForm({ orderId, texts }: Props) {
  return (
    <CommandForm action={signForOrder} unreachable={texts.unreachable} className="grid gap-4">
      <input type="hidden" name="orderId" value={orderId} />
      <SignaturePad label={texts.draw} hint={texts.drawHint} clear={texts.clear} />
      <Disclosure summary={texts.byCode}>
        <CommandField name="code" label={texts.code} hint={texts.codeHint}>
          <Input name="code" inputMode="numeric" autoComplete="off" maxLength={6} />
        </CommandField>
      </Disclosure>
      <CommandButton variant="next" size="lg" wide>
        {texts.submit}
      </CommandButton>
    </CommandForm>
  );
}
