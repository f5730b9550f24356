import "server-only";
import type { z } from "zod";
import { type Command, type Run, transact } from "@/lib/db/transact";
import type { Actor } from "@/lib/domain/actor";
import type { Verb } from "@/lib/domain/policy";
import { Refusal } from "@/lib/errors";
import { bodyOf } from "./body";
import { edgeRun, noteRefusal, requireDoer, requireOwnOrigin } from "./edge";
import { explain, httpStatus, invalidInput } from "./refuse";

type RouteContext = { params: Promise<Record<string, string | string[] | undefined>> };
type Handler = (request: Request, context: RouteContext) => Promise<Response>;

interface Options {
  /** The largest body that is read. */
  readonly limitBytes?: number;
  /** How many requests of this route are worked on at once; the next is refused with `too_many`. */
  readonly atOnce?: number;
}

const LIMIT_BYTES = 64 * 1024;

/**
 * A route handler for signed-in people, by the same steps as an action. The schema reads path parameters, then the
 * body, then the query. `work` answers with JSON data or a Response of its own.
 */
export function route<Schema extends z.ZodType>(
  verb: Verb,
  schema: Schema,
  work: (run: Run, input: z.output<Schema>) => Promise<unknown>,
  { limitBytes = LIMIT_BYTES, atOnce = Number.POSITIVE_INFINITY }: Options = {},
): Handler {
  let working = 0;
  return async (request, context) => {
    working += 1;
    const now = new Date();
    let actor: Actor | undefined;
    try {
      const isRead = request.method === "GET";
      if (!isRead) await requireOwnOrigin();
      actor = await requireDoer(verb, now);
      if (working > atOnce) throw new Refusal("too_many");
      const asked = Object.fromEntries(new URL(request.url).searchParams);
      const sent = isRead ? {} : await bodyOf(request, limitBytes);
      const parsed = await schema.safeParseAsync({ ...asked, ...sent, ...(await context.params) });
      if (!parsed.success) throw invalidInput(parsed.error);
      const answer = await work(edgeRun(actor, now), parsed.data);
      return answer instanceof Response ? answer : Response.json(answer, { headers: { "cache-control": "no-store" } });
    } catch (error) {
      await noteRefusal(error, actor, verb, now);
      const refusal = await explain(error, verb);
      return Response.json(refusal, { status: httpStatus(refusal.code), headers: { "cache-control": "no-store" } });
    } finally {
      working -= 1;
    }
  };
}

/** A command as a route, for what a page says by itself rather than by a form. */
export const commandRoute = <Schema extends z.ZodType, Data>(
  verb: Verb,
  schema: Schema,
  command: Command<z.output<Schema>, Data>,
): Handler => route(verb, schema, async (run, input) => (await transact(run, command, input)) ?? {});
