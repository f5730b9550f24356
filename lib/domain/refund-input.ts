import { z } from "zod";
import { givenReasons } from "./payment";
import { passage } from "./text-input";

/** What of an order is given back: all that is left of it, some packs of its lines, the delivery alone. */
export const refundScopes = ["whole", "lines", "delivery"] as const;

/** A refund that staff give on a patient's request. `orderItemIds` and `packs` run side by side and count for `lines` only. */
export const GiveRefund = z
  .strictObject({
    requestId: z.uuid(),
    what: z.enum(refundScopes, "choose_one"),
    reasonCode: z.enum(givenReasons, "choose_one"),
    note: passage({ max: 300 }),
    orderItemIds: z.array(z.uuid()).max(5, "too_many").default([]),
    packs: z
      .array(z.coerce.number("number_invalid").int("number_invalid").min(0, "number_invalid").max(99, "number_invalid"))
      .max(5, "too_many")
      .default([]),
  })
  .superRefine(({ what, orderItemIds, packs }, context) => {
    if (what !== "lines") return;
    const isPaired = orderItemIds.length === packs.length && new Set(orderItemIds).size === orderItemIds.length;
    if (!isPaired || packs.every((count) => count === 0))
      context.addIssue({ code: "custom", path: ["packs"], message: "packs_missing" });
  });
export type GiveRefund = z.output<typeof GiveRefund>;

export const RetryRefund = z.strictObject({ refundId: z.uuid() });
