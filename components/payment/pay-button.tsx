"use client";

import { useState, useTransition } from "react";
import { Button, type ButtonProps } from "@/components/ui/button";
import { FormMessage } from "@/components/ui/form-message";
import type { BeginPayment } from "@/lib/domain/payment-input";
import type { ActionResult } from "@/lib/domain/result";

interface Props extends Pick<ButtonProps, "variant" | "size" | "wide" | "children"> {
  /** The action `beginPayment`. */
  readonly begin: (what: BeginPayment) => Promise<ActionResult<{ readonly checkoutUrl: string }>>;
  readonly what: BeginPayment;
  /** Shown where the server could not be reached. */
  readonly unreachable: string;
}

/** Opens the gateway's page for one thing to pay; says why where that is refused. */
export function PayButton({ begin, what, unreachable, variant = "next", ...look }: Props) {
  const [isBusy, start] = useTransition();
  const [refusal, setRefusal] = useState<string>();

  const pay = () =>
    start(async () => {
      const result = await begin(what).catch(() => null);
      if (result?.ok) location.assign(result.data.checkoutUrl);
      else setRefusal(result?.message ?? unreachable);
    });

  return (
    <div className="grid gap-2">
      <Button {...look} variant={variant} busy={isBusy} onClick={pay} />
      <FormMessage>{refusal}</FormMessage>
    </div>
  );
}
