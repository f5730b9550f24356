"use client";

import type { ComponentProps } from "react";
import { RadioCards } from "@/components/ui/radio-cards";
import { useFormState } from "./form-state";

/** `RadioCards` that show what the command said of their choice. */
export function CommandChoice(props: Omit<ComponentProps<typeof RadioCards>, "error">) {
  const { fields } = useFormState();
  return <RadioCards {...props} error={fields[props.name]} />;
}
