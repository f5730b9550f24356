"use client";

import { useFormState } from "@/components/form/form-state";
import { CodeField } from "./code-field";

/** A `CodeField` that shows what the command said of the code. */
export function CommandCode(props: Omit<Parameters<typeof CodeField>[0], "error">) {
  const { fields } = useFormState();
  return <CodeField {...props} error={fields.code} />;
}
