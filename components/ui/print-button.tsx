"use client";

import { Button, type ButtonProps } from "./button";

/** Prints the page. */
export function PrintButton(props: Pick<ButtonProps, "children" | "variant">) {
  return <Button {...props} onClick={() => window.print()} />;
}
