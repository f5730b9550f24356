import "server-only";
import { setTimeout as wait } from "node:timers/promises";
import { z } from "zod";
import { readLimited } from "./read-limited";
import { bearer, forgetBearer } from "./token";
import { unavailable } from "./unavailable";

const REQUEST_MS = 5_000;
const BACK_OFF_MS = [150, 450];
const LONGEST_BACK_OFF_MS = 2_000;
/** No page of a search is larger: what is, is left before it fills the memory. */
const LARGEST_PAGE = 20 * 1024 * 1024;

/** How long a busy server asks to be left alone: seconds or a date (RFC 9110, 10.2.3); else ever longer. Never beyond the errand. */
export function backOff(retryAfter: string | null, attempt: number, now: number): number {
  const seconds = Number(retryAfter);
  const asked = retryAfter === null ? 0 : Number.isNaN(seconds) ? Date.parse(retryAfter) - now : seconds * 1_000;
  return Math.min(asked > 0 ? asked : (BACK_OFF_MS[attempt] ?? 0), LONGEST_BACK_OFF_MS);
}

const outcome = z.object({
  resourceType: z.literal("OperationOutcome"),
  issue: z.array(z.object({ severity: z.string().catch(""), code: z.string().regex(/^[a-z-]{1,40}$/) })),
});

/** The codes of an OperationOutcome that speaks of failure; its texts may quote what was searched for. */
export function failureCodes(resource: unknown): string[] {
  const read = outcome.safeParse(resource);
  if (!read.success) return [];
  return read.data.issue.filter(({ severity }) => ["error", "fatal"].includes(severity)).map(({ code }) => code);
}

/** What was answered, and when by the server's own clock. */
export interface Answered {
  readonly body: unknown;
  readonly date: Date | null;
}

/**
 * Asks the hospital's server, again where it is busy or the token ran out. Throws the refusal `unavailable` in every other case than an
 * answer in JSON.
 */
export async function getJson(url: URL, errand: AbortSignal): Promise<Answered> {
  let isTokenNew = false;
  for (let attempt = 0; ; ) {
    const { response, text } = await request(url, errand);
    if (response.status === 401 && !isTokenNew && forgetBearer()) {
      isTokenNew = true;
      continue;
    }
    const body = parsed(text);
    if (response.ok) {
      if (!isJson(response) || body === undefined) throw unavailable("not json", { status: response.status });
      const date = Date.parse(response.headers.get("date") ?? "");
      return { body, date: Number.isNaN(date) ? null : new Date(date) };
    }
    const isPassing = response.status === 429 || response.status >= 500;
    if (!isPassing || attempt >= BACK_OFF_MS.length)
      throw unavailable("refused", { status: response.status, codes: failureCodes(body).join(" ") });
    const pause = backOff(response.headers.get("retry-after"), attempt, Date.now());
    await wait(pause, undefined, { signal: errand }).catch((error) => {
      throw unavailable("no answer", {}, error);
    });
    attempt += 1;
  }
}

const isJson = (response: Response) =>
  /^application\/(fhir\+json|json)\b|^text\/json\b|^application\/json\+fhir\b/i.test(
    response.headers.get("content-type") ?? "",
  );

async function request(url: URL, errand: AbortSignal): Promise<{ response: Response; text: string }> {
  const signal = AbortSignal.any([errand, AbortSignal.timeout(REQUEST_MS)]);
  try {
    const response = await fetch(url, {
      headers: { accept: "application/fhir+json", authorization: `Bearer ${await bearer(signal)}` },
      // A redirect could carry the token to another server.
      redirect: "error",
      cache: "no-store",
      signal,
    });
    return { response, text: await readLimited(response, LARGEST_PAGE) };
  } catch (error) {
    throw unavailable("no answer", {}, error);
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
