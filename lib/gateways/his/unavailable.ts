import "server-only";
import { Refusal } from "@/lib/errors";
import { log } from "@/lib/log";

/** The hospital's server did not answer as it should: what it was is logged by code, never by content. `params.status` is the answer's, where there was one. */
export function unavailable(why: string, more: Record<string, string | number> = {}, cause?: unknown): Refusal {
  if (cause instanceof Refusal) return cause;
  log().warn({ why, ...more, ...(cause instanceof Error && { type: cause.name }) }, "hospital record server");
  return new Refusal("unavailable", { cause, params: "status" in more ? { status: more.status ?? 0 } : {} });
}
