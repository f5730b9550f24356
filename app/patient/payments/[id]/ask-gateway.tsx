"use client";

import { type ReactNode, useEffect, useState } from "react";
import { refreshPayment } from "../actions";

/** On arrival from the gateway's page its word may still be on the way: asks once, then shows what stands. */
export function AskGateway({
  paymentId,
  asking,
  children,
}: {
  paymentId: string;
  asking: string;
  children: ReactNode;
}) {
  const [hasAsked, setAsked] = useState(false);
  useEffect(() => {
    void refreshPayment({ paymentId })
      .catch(() => {})
      .finally(() => setAsked(true));
  }, [paymentId]);
  return hasAsked ? children : <p role="status">{asking}</p>;
}
