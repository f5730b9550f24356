"use client";

import type { ComponentProps } from "react";
import { Field } from "@/components/ui/field";
import { useFormState } from "./form-state";

/** A `Field` that shows what the command said of the input named `name`. */
export function CommandField({ name, ...props }: Omit<ComponentProps<typeof Field>, "error"> & { name: string }) {
  const { fields } = useFormState();
  return <Field {...props} error={fields[name]} />;
}
