"use client";

import { useFormStatus } from "react-dom";
import { Button, type ButtonProps } from "./button";

/** Sends the form around it; busy while its action runs. */
export function SubmitButton(props: Omit<ButtonProps, "type" | "busy">) {
  const { pending } = useFormStatus();
  return <Button {...props} type="submit" busy={pending} />;
}
