import "server-only";
import { createHash, timingSafeEqual } from "node:crypto";
import { z } from "zod";
import type { ShipmentEvent } from "@/lib/domain/shipment";
import { env } from "@/lib/env";
import { Refusal } from "@/lib/errors";

const TIMEOUT_MS = 5_000;

const Answer = z.object({ result: z.boolean(), returnCode: z.string(), message: z.string().optional() });

/** States of the platform (快递100), as far as they move a parcel for us. */
const stateOf: Record<string, ShipmentEvent> = {
  "0": "in_transit",
  "1": "collected",
  "2": "problem",
  "3": "signed",
  "4": "returned",
  "5": "out_for_delivery",
  "6": "returning",
  "7": "in_transit",
  "14": "rejected",
};

/** Carriers whose tracking is shown to whoever knows the end of a phone number alone; the platform needs no more of it (R32). */
const ASKS_FOR_PHONE = new Set(["shunfeng", "zhongtong"]);

const md5 = (text: string) => createHash("md5").update(text).digest("hex").toUpperCase();

/**
 * Asks the platform to report a parcel's movements to us. "subscribed" also where it already does; "unknown_number" where the
 * platform does not take the number; throws where trying again can help.
 */
export async function subscribeParcel({
  carrierCode,
  trackingNumber,
  phone,
}: {
  carrierCode: string;
  trackingNumber: string;
  phone: string;
}): Promise<"subscribed" | "unknown_number"> {
  const { CARRIER_API_BASE, CARRIER_KEY, CARRIER_SALT, NEXTAUTH_URL } = env();
  const proof = ASKS_FOR_PHONE.has(carrierCode) && { phone: phone.slice(-4) };
  const param = JSON.stringify({
    company: carrierCode,
    number: trackingNumber,
    key: CARRIER_KEY,
    parameters: { callbackurl: `${NEXTAUTH_URL}/api/webhooks/carrier`, salt: CARRIER_SALT, resultv2: "1", ...proof },
  });
  const response = await fetch(`${CARRIER_API_BASE}/poll`, {
    method: "POST",
    body: new URLSearchParams({ schema: "json", param }),
    signal: AbortSignal.timeout(TIMEOUT_MS),
  });
  if (!response.ok) throw new Error(`the carrier platform answered ${response.status}`);
  const { returnCode } = Answer.parse(await response.json());
  if (returnCode === "200" || returnCode === "501") return "subscribed";
  if (returnCode === "700" || returnCode === "701" || returnCode === "702") return "unknown_number";
  throw new Error(`the carrier platform refused with ${returnCode}`);
}

export interface ParcelReport {
  readonly carrierCode: string;
  readonly trackingNumber: string;
  /** Null where the platform has nothing to tell: it gives up on a parcel that nobody has scanned. */
  readonly status: ShipmentEvent | null;
  readonly lines: readonly { readonly at: Date; readonly text: string; readonly status: ShipmentEvent }[];
}

const Result = z.object({
  state: z.string(),
  com: z.string().max(40),
  nu: z.string().max(60),
  data: z
    .array(z.object({ context: z.string().max(500), ftime: z.string(), statusCode: z.string().optional() }))
    .max(500)
    .default([]),
});
const Push = z.object({ lastResult: Result });

/** Local times of the platform are Beijing's. */
const beijingTime = (text: string): Date => new Date(`${text.replace(" ", "T")}+08:00`);

/** What the platform says of a parcel, in our words; throws the refusal `invalid_input` for a state that it does not have. */
function reportOf(result: z.output<typeof Result>): ParcelReport {
  const status = stateOf[result.state];
  if (!status) throw new Refusal("invalid_input");
  const lines = result.data.flatMap(({ context, ftime, statusCode }) => {
    const at = beijingTime(ftime);
    return Number.isNaN(at.getTime()) ? [] : [{ at, text: context, status: stateOf[statusCode ?? ""] ?? "in_transit" }];
  });
  return { carrierCode: result.com, trackingNumber: result.nu, status: lines.length > 0 ? status : null, lines };
}

/**
 * Asks the platform where a parcel is: for those of which it says nothing by itself. Null where it knows nothing; throws where it
 * does not answer or refuses the question.
 */
export async function queryParcel({
  carrierCode,
  trackingNumber,
  phone,
}: {
  carrierCode: string;
  trackingNumber: string;
  phone: string;
}): Promise<ParcelReport | null> {
  const { CARRIER_API_BASE, CARRIER_KEY, CARRIER_CUSTOMER } = env();
  const proof = ASKS_FOR_PHONE.has(carrierCode) && { phone: phone.slice(-4) };
  const param = JSON.stringify({ com: carrierCode, num: trackingNumber, resultv2: "1", ...proof });
  const response = await fetch(`${CARRIER_API_BASE}/poll/query.do`, {
    method: "POST",
    body: new URLSearchParams({
      ...{ customer: CARRIER_CUSTOMER, param, sign: md5(param + CARRIER_KEY + CARRIER_CUSTOMER) },
    }),
    signal: AbortSignal.timeout(TIMEOUT_MS),
  });
  if (!response.ok) throw new Error(`the carrier platform answered ${response.status}`);
  const json: unknown = await response.json();
  const refused = z.object({ result: z.literal(false), returnCode: z.string() }).safeParse(json);
  if (refused.success) {
    if (refused.data.returnCode === "500") return null;
    throw new Error(`the carrier platform refused with ${refused.data.returnCode}`);
  }
  return reportOf(Result.parse(json));
}

/** Checks the signature of a push (MD5 over param and salt) and reads it; throws the refusal `bad_signature` or `invalid_input`. */
export function readParcelPush(raw: string): ParcelReport {
  const form = new URLSearchParams(raw);
  const param = form.get("param") ?? "";
  const sent = Buffer.from((form.get("sign") ?? "").toUpperCase());
  const right = Buffer.from(md5(param + env().CARRIER_SALT));
  if (sent.length !== right.length || !timingSafeEqual(sent, right)) throw new Refusal("bad_signature");
  let json: unknown;
  try {
    json = JSON.parse(param);
  } catch (error) {
    throw new Refusal("invalid_input", { cause: error });
  }
  const parsed = Push.safeParse(json);
  if (!parsed.success) throw new Refusal("invalid_input");
  return reportOf(parsed.data.lastResult);
}
