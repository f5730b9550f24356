import { z } from "zod";
import { get, json, loopbackOnly, post, Refusal, type Route } from "./http";

/**
 * The switches with which a test, or a person curious how the hospital copes, makes a stand-in misbehave:
 * GET /faults shows them, POST /faults with some of them as JSON sets those and answers with all. This machine only.
 */
export function faultRoutes<Faults extends object>(
  faults: Faults,
  schema: z.ZodType<Partial<Faults>>,
  changed: (faults: Faults) => void = () => undefined,
): Route[] {
  const set = (given: unknown) => {
    const parsed = schema.safeParse(given);
    if (!parsed.success) throw new Refusal(400, z.prettifyError(parsed.error));
    changed(Object.assign(faults, parsed.data));
    return json(faults);
  };
  return [
    get("/faults", () => json(faults)),
    post(
      "/faults",
      loopbackOnly((incoming) => set(incoming.json())),
    ),
  ];
}
