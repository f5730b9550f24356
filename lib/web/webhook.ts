import "server-only";
import type { Run } from "@/lib/db/transact";
import { systemActor } from "@/lib/domain/actor";
import { Refusal } from "@/lib/errors";
import { log } from "@/lib/log";
import { edgeRun } from "./edge";

const LIMIT_BYTES = 256 * 1024;

/**
 * A machine's door: no session, no Origin, a signature instead. `work` gets the raw body and checks the signature
 * itself; a refusal is 400 without an explanation, a fault 500 so that the sender tries again.
 */
export function webhook(
  sender: "payments" | "carrier" | "wechat",
  work: (run: Run, raw: string, request: Request) => Promise<Response>,
): (request: Request) => Promise<Response> {
  return async (request) => {
    try {
      if (Number(request.headers.get("content-length") ?? 0) > LIMIT_BYTES) return new Response(null, { status: 413 });
      const raw = await request.text();
      if (raw.length > LIMIT_BYTES) return new Response(null, { status: 413 });
      return await work(edgeRun(systemActor(sender), new Date()), raw, request);
    } catch (error) {
      if (error instanceof Refusal) {
        log().warn({ sender, code: error.code }, "webhook refused");
        return new Response(null, { status: 400 });
      }
      log().error({ err: error, sender }, "webhook fault");
      return new Response(null, { status: 500 });
    }
  };
}
