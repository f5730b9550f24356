import { getTranslations } from "next-intl/server";
import { StatusPill } from "@/components/ui/status-pill";
import type { Tone } from "@/components/ui/tone";
import { type OrderStatus, orderMachine } from "@/lib/domain/order";

const tones: Partial<Record<OrderStatus, Tone>> = {
  awaiting_payment: "next",
  paid: "info",
  picking: "info",
  checked: "info",
  sealed: "info",
  ready_for_pickup: "next",
  shipped: "primary",
  collected: "success",
  delivered: "success",
  unclaimed: "warning",
  returned: "warning",
  lost: "danger",
};

/** The state of an order. */
export async function OrderPill({ status }: { status: OrderStatus }) {
  const t = await getTranslations("terms.orderStatus");
  return (
    <StatusPill tone={tones[status] ?? "neutral"} open={!orderMachine.isFinal(status)}>
      {t(status)}
    </StatusPill>
  );
}
