import "server-only";
import Stripe from "stripe";
import { env } from "@/lib/env";

let client: Stripe | undefined;

/** The payment gateway's own client, at the address of the configuration. */
export function stripe(): Stripe {
  const base = new URL(env().STRIPE_API_BASE);
  client ??= new Stripe(env().STRIPE_SECRET_KEY, {
    host: base.hostname,
    port: base.port || (base.protocol === "https:" ? 443 : 80),
    protocol: base.protocol === "http:" ? "http" : "https",
    timeout: 8_000,
    maxNetworkRetries: 1,
    telemetry: false,
  });
  return client;
}
