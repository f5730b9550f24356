"use client";

import { useRef } from "react";
import { checkOrder } from "@/app/pharmacist/orders/[id]/actions";
import { ScanField } from "@/app/pharmacist/orders/[id]/scan-field";
import { CommandButton } from "@/components/form/command-button";
import { CommandForm } from "@/components/form/command-form";
import { CodeScanner, type ScannerTexts } from "@/components/scan/code-scanner";
import { fieldText } from "@/lib/domain/pack-code";

interface Props {
  readonly orderId: string;
  readonly doneHref: string;
  readonly fields: readonly { readonly id: string; readonly label: string }[];
  readonly texts: { readonly submit: string; readonly unreachable: string; readonly camera: ScannerTexts };
}

/** Each code that the camera reads goes into the next empty field; what is wrong is said once all are read. */
export function BenchScan({ orderId, doneHref, fields, texts }: Props) {
  const box = useRef<HTMLDivElement>(null);

  function take(code: string): boolean {
    const inputs = [...(box.current?.querySelectorAll<HTMLInputElement>('input[name="batches[]"]') ?? [])];
    // A pack that is still before the camera counts once.
    if (inputs.some(({ value }) => value === code)) return true;
    const next = inputs.find(({ value }) => value === "");
    if (next) next.value = code;
    return inputs.some(({ value }) => value === "");
  }

  return (
    <div ref={box} className="grid gap-6">
      <CodeScanner kind="pack" texts={texts.camera} read={fieldText} onCode={take} />
      <CommandForm action={checkOrder} doneHref={doneHref} unreachable={texts.unreachable} className="grid gap-4">
        <input type="hidden" name="orderId" value={orderId} />
        {fields.map(({ id, label }) => (
          <ScanField key={id} name="batches[]" label={label} />
        ))}
        <CommandButton variant="next" size="lg" wide>
          {texts.submit}
        </CommandButton>
      </CommandForm>
    </div>
  );
}
