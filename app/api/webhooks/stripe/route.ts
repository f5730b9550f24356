import { takeGatewayMessage } from "@/lib/flows/payment/take-message";
import { webhook } from "@/lib/web/webhook";

export const POST = webhook("payments", async (run, raw, { headers }) => {
  await takeGatewayMessage(run, raw, headers.get("stripe-signature"));
  return new Response(null, { status: 200 });
});
