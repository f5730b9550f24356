"use client";

import type { ComponentProps } from "react";
import { Checkbox } from "@/components/ui/checkbox";
import { useFormState } from "./form-state";

/** A `Checkbox` that shows what the command said of it. */
export function CommandCheckbox(props: Omit<ComponentProps<typeof Checkbox>, "error"> & { name: string }) {
  const error = useFormState().fields[props.name];
  return <Checkbox {...props} {...(error && { error })} />;
}
