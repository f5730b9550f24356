"use client";

import { useRouter } from "next/navigation";
import { useState, useTransition } from "react";
import { Button, type ButtonProps } from "@/components/ui/button";
import { FormMessage } from "@/components/ui/form-message";
import type { BeginPayment } from "@/lib/domain/payment-input";
import type { ActionResult } from "@/lib/domain/result";

interface Props extends Pick<ButtonProps, "variant" | "size" | "wide" | "children"> {
  /** The action `beginPayment`. */
  readonly begin: (
    what: BeginPayment,
  ) => Promise<ActionResult<{ readonly checkoutUrl: string; readonly paymentId: string }>>;
  readonly what: BeginPayment;
  /** Shown where the server could not be reached. */
  readonly unreachable: string;
  /** On a larger screen: the words for showing a code that a phone pays with. */
  readonly byPhone?: string;
}

/** Opens the gateway's page for one thing to pay; says why where that is refused. */
export function PayButton({ begin, what, unreachable, byPhone, variant = "next", ...look }: Props) {
  const router = useRouter();
  const [isBusy, start] = useTransition();
  const [refusal, setRefusal] = useState<string>();

  const pay = (open: (opened: { checkoutUrl: string; paymentId: string }) => void) =>
    start(async () => {
      const result = await begin(what).catch(() => null);
      if (result?.ok) return open(result.data);
      setRefusal(result?.message ?? unreachable);
      // What stands may have changed: a price, a state.
      router.refresh();
    });

  return (
    <div className="grid gap-2">
      <Button
        {...look}
        variant={variant}
        busy={isBusy}
        onClick={() => pay(({ checkoutUrl }) => location.assign(checkoutUrl))}
      />
      {byPhone && (
        <span className="max-md:hidden">
          <Button
            variant="quiet"
            size="sm"
            wide
            disabled={isBusy}
            onClick={() => pay(({ paymentId }) => router.push(`/patient/payments/${paymentId}`))}
          >
            {byPhone}
          </Button>
        </span>
      )}
      <FormMessage>{refusal}</FormMessage>
    </div>
  );
}
