import { takeParcelPush } from "@/lib/flows/shipment/take-push";
import { webhook } from "@/lib/web/webhook";

export const POST = webhook("carrier", async (run, raw) => {
  await takeParcelPush(run, raw);
  return Response.json({ result: true, returnCode: "200", message: "成功" });
});
