"use client";

import { Input } from "@/components/ui/input";
import { CommandField } from "./command-field";

interface Props {
  readonly label: string;
  readonly hint?: string;
  /** The field's name, where a form has two of them. */
  readonly name?: string;
}

/** Where the signing PIN is typed: hidden, digits on a phone, remembered by no browser (R33). */
export function PinField({ label, hint, name = "pin" }: Props) {
  return (
    <CommandField name={name} label={label} hint={hint}>
      <Input name={name} type="password" inputMode="numeric" autoComplete="off" maxLength={12} className="max-w-48" />
    </CommandField>
  );
}
