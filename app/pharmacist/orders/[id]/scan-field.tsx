"use client";

import type { KeyboardEvent } from "react";
import { CommandField } from "@/components/form/command-field";
import { Input } from "@/components/ui/input";

/**
 * A field that a scanner types into: its Enter leads to the next field that is empty, and sends the form from the last. A group
 * separator, which no field shows, is written out.
 */
export function ScanField({ name, label }: { name: string; label: string }) {
  function onKeyDown(event: KeyboardEvent<HTMLInputElement>) {
    const field = event.currentTarget;
    if (event.key === "F8" || (event.ctrlKey && event.key === "]")) {
      event.preventDefault();
      field.setRangeText(
        "<GS>",
        field.selectionStart ?? field.value.length,
        field.selectionEnd ?? field.value.length,
        "end",
      );
    }
    if (event.key !== "Enter") return;
    const others = [...(field.form?.querySelectorAll<HTMLInputElement>(`input[name="${name}"]`) ?? [])];
    const next = others.find((other) => other.value === "");
    if (!next) return;
    event.preventDefault();
    next.focus();
  }
  return (
    <CommandField name={name} label={label}>
      <Input name={name} autoComplete="off" autoCapitalize="characters" onKeyDown={onKeyDown} />
    </CommandField>
  );
}
