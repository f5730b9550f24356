"use client";

import { useSyncExternalStore } from "react";
import { Button, type ButtonProps } from "@/components/ui/button";
import { useFormState } from "./form-state";

const never = () => () => {};

/**
 * The submit button of a `CommandForm`: busy while the command runs. Until the scripts are there it takes no press: the browser itself
 * would send the form to nobody, and what was typed would be gone.
 */
export function CommandButton({ disabled = false, ...look }: Omit<ButtonProps, "type" | "busy">) {
  const { isBusy } = useFormState();
  const isAwake = useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
  return (
    <Button
      {...look}
      type="submit"
      busy={isBusy}
      disabled={disabled || !isAwake}
      data-waking={isAwake || disabled ? undefined : ""}
    />
  );
}
