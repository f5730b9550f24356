import "server-only";
import type { z } from "zod";
import type { Run } from "@/lib/db/transact";
import type { Verb } from "@/lib/domain/policy";
import { Refusal } from "@/lib/errors";
import { edgeRun, requireDoer, requireOwnOrigin } from "./edge";
import { formInput } from "./input";
import { explain, httpStatus, invalidInput } from "./refuse";

type RouteContext = { params: Promise<Record<string, string | string[] | undefined>> };
type Handler = (request: Request, context: RouteContext) => Promise<Response>;

async function body(request: Request): Promise<Record<string, unknown>> {
  const type = request.headers.get("content-type") ?? "";
  try {
    if (type.startsWith("application/json")) return { ...(await request.json()) };
    if (type.startsWith("multipart/form-data") || type.startsWith("application/x-www-form-urlencoded"))
      return formInput(await request.formData());
  } catch {
    throw new Refusal("invalid_input");
  }
  throw new Refusal("invalid_input");
}

/**
 * A route handler for signed-in people, by the same steps as an action. The schema reads path parameters, then the
 * query (GET) or the body. `work` answers with JSON data or a Response of its own.
 */
export function route<Schema extends z.ZodType>(
  verb: Verb,
  schema: Schema,
  work: (run: Run, input: z.output<Schema>) => Promise<unknown>,
): Handler {
  return async (request, context) => {
    try {
      const isRead = request.method === "GET";
      if (!isRead) await requireOwnOrigin();
      const now = new Date();
      const actor = await requireDoer(verb, now);
      const sent = isRead ? Object.fromEntries(new URL(request.url).searchParams) : await body(request);
      const parsed = await schema.safeParseAsync({ ...sent, ...(await context.params) });
      if (!parsed.success) throw invalidInput(parsed.error);
      const answer = await work(edgeRun(actor, now), parsed.data);
      return answer instanceof Response ? answer : Response.json(answer, { headers: { "cache-control": "no-store" } });
    } catch (error) {
      const refusal = await explain(error, verb);
      return Response.json(refusal, { status: httpStatus(refusal.code), headers: { "cache-control": "no-store" } });
    }
  };
}
