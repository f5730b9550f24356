"use client";

import { Button, type ButtonProps } from "@/components/ui/button";
import { useFormState } from "./form-state";

/** The submit button of a `CommandForm`: busy while the command runs. */
export function CommandButton(props: Omit<ButtonProps, "type" | "busy">) {
  const { isBusy } = useFormState();
  return <Button {...props} type="submit" busy={isBusy} />;
}
