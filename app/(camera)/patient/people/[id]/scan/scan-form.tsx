"use client";

import { useRef } from "react";
import { linkCard } from "@/app/patient/people/[id]/card/actions";
import { CommandButton } from "@/components/form/command-button";
import { CommandField } from "@/components/form/command-field";
import { CommandForm } from "@/components/form/command-form";
import { CodeScanner, type ScannerTexts } from "@/components/scan/code-scanner";
import { Input } from "@/components/ui/input";
import { cardNumberIn } from "@/lib/domain/card-code";

interface Props {
  readonly patientId: string;
  readonly doneHref: string;
  readonly texts: Readonly<Record<"number" | "hint" | "submit" | "unreachable", string>> & {
    readonly camera: ScannerTexts;
  };
}

/** What the camera reads is put into the field and sent; whoever has no camera types. */
export function ScanForm({ patientId, doneHref, texts }: Props) {
  const field = useRef<HTMLInputElement>(null);
  return (
    <div className="grid gap-6">
      <CodeScanner
        kind="card"
        texts={texts.camera}
        read={cardNumberIn}
        onCode={(cardNumber) => {
          if (field.current) field.current.value = cardNumber;
          field.current?.form?.requestSubmit();
          return false;
        }}
      />
      <CommandForm action={linkCard} doneHref={doneHref} unreachable={texts.unreachable} className="grid gap-4">
        <input type="hidden" name="patientId" value={patientId} />
        <CommandField name="cardNumber" label={texts.number} hint={texts.hint}>
          <Input
            ref={field}
            name="cardNumber"
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
            maxLength={40}
            required
          />
        </CommandField>
        <CommandButton variant="secondary" size="lg" wide>
          {texts.submit}
        </CommandButton>
      </CommandForm>
    </div>
  );
}
