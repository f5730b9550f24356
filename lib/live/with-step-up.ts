import type { ActionResult } from "@/lib/domain/result";

/**
 * Calls a server action; where it wants the second factor again, asks for it and calls it once more with the same input. Whoever
 * cancels gets the first answer. The dialog is loaded only then.
 */
export async function withStepUp<Data>(
  call: () => Promise<ActionResult<Data>>,
  ask: () => Promise<boolean>,
): Promise<ActionResult<Data>> {
  const answer = await call();
  if (answer.ok || answer.code !== "step_up_needed") return answer;
  return (await ask()) ? call() : answer;
}
