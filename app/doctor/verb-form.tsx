"use client";

import type { ComponentProps } from "react";
import { CommandButton } from "@/components/form/command-button";
import { CommandForm } from "@/components/form/command-form";
import type { ButtonProps } from "@/components/ui/button";

interface Props extends Pick<ButtonProps, "variant" | "size"> {
  readonly action: ComponentProps<typeof CommandForm>["action"];
  /** What the command is about: names and values of hidden inputs. */
  readonly about: Readonly<Record<string, string>>;
  readonly submit: string;
  readonly unreachable: string;
}

/** A command with nothing to fill in: one button. */
export function VerbForm({ action, about, submit, unreachable, ...look }: Props) {
  return (
    <CommandForm action={action} unreachable={unreachable}>
      {Object.entries(about).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <CommandButton {...look}>{submit}</CommandButton>
    </CommandForm>
  );
}
