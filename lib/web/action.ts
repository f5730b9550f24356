import "server-only";
import { revalidatePath } from "next/cache";
import { unstable_rethrow } from "next/navigation";
import type { z } from "zod";
import { type Command, type Run, transact } from "@/lib/db/transact";
import type { Actor } from "@/lib/domain/actor";
import type { Verb } from "@/lib/domain/policy";
import type { ActionResult } from "@/lib/domain/result";
import { edgeRun, noteRefusal, requireDoer, requireOwnOrigin } from "./edge";
import { formInput } from "./input";
import { explain, invalidInput } from "./refuse";

interface Options {
  /** The page whose data this changes, shown anew with the answer. */
  readonly revalidate?: string;
}

/** A server action as the browser calls it: with a plain object, a form, or (from `useActionState`) a state and a form. */
export type ServerAction<Data> = (...args: unknown[]) => Promise<ActionResult<Data>>;

function edge<Schema extends z.ZodType, Data>(
  verb: Verb,
  schema: Schema,
  work: (run: Run, input: z.output<Schema>) => Promise<Data>,
  options: Options,
): ServerAction<Data> {
  return async (...args) => {
    const now = new Date();
    let actor: Actor | undefined;
    try {
      await requireOwnOrigin();
      actor = await requireDoer(verb, now);
      const raw = args.at(-1);
      const parsed = await schema.safeParseAsync(raw instanceof FormData ? formInput(raw) : raw);
      if (!parsed.success) throw invalidInput(parsed.error);
      const data = await work(edgeRun(actor, now), parsed.data);
      if (options.revalidate) revalidatePath(options.revalidate, "layout");
      return { ok: true, data };
    } catch (error) {
      unstable_rethrow(error);
      await noteRefusal(error, actor, verb, now);
      return explain(error, verb);
    }
  };
}

/** A command as a server action: origin, person, role, strict schema, one transaction; the answer is never raw. */
export const action = <Schema extends z.ZodType, Data>(
  verb: Verb,
  schema: Schema,
  command: Command<z.output<Schema>, Data>,
  options: Options = {},
): ServerAction<Data> => edge(verb, schema, (run, input) => transact(run, command, input), options);

/** The same for a flow, which opens transactions of its own around a call to the outside. */
export const flowAction = <Schema extends z.ZodType, Data>(
  verb: Verb,
  schema: Schema,
  flow: (run: Run, input: z.output<Schema>) => Promise<Data>,
  options: Options = {},
): ServerAction<Data> => edge(verb, schema, flow, options);
