import "server-only";
import { z } from "zod";
import { env } from "@/lib/env";
import { readLimited } from "./read-limited";
import { unavailable } from "./unavailable";

/** A token is fetched anew so long before it runs out, or after half of a short life. */
const MARGIN_MS = 60_000;
const USUAL_SECONDS = 300;
const LARGEST_ANSWER = 64 * 1024;

const granted = z.object({
  access_token: z.string().min(1),
  token_type: z.string().regex(/^bearer$/i),
  expires_in: z.coerce.number().positive().catch(USUAL_SECONDS),
});

interface Token {
  readonly value: string;
  readonly until: number;
}
let kept: Promise<Token> | undefined;

/** What a request to the hospital's server carries: a token of the configuration, or one granted to our client (client credentials). */
export async function bearer(signal: AbortSignal): Promise<string> {
  const fixed = env().FHIR_TOKEN;
  if (fixed) return fixed;
  const token = await kept?.catch(() => undefined);
  if (token && token.until > performance.now()) return token.value;
  kept = ask(signal);
  return (await kept).value;
}

/** The server did not take the token: the next one is asked for. False where there is no other. */
export function forgetBearer(): boolean {
  const isGranted = !env().FHIR_TOKEN;
  kept = undefined;
  return isGranted;
}

async function ask(signal: AbortSignal): Promise<Token> {
  const { FHIR_TOKEN_URL = "", FHIR_CLIENT_ID = "", FHIR_CLIENT_SECRET = "", FHIR_SCOPE } = env();
  let answer: unknown;
  try {
    const response = await fetch(new URL(FHIR_TOKEN_URL), {
      method: "POST",
      headers: {
        accept: "application/json",
        authorization: `Basic ${Buffer.from(`${encodeURIComponent(FHIR_CLIENT_ID)}:${encodeURIComponent(FHIR_CLIENT_SECRET)}`).toString("base64")}`,
      },
      body: new URLSearchParams({ grant_type: "client_credentials", ...(FHIR_SCOPE && { scope: FHIR_SCOPE }) }),
      redirect: "error",
      cache: "no-store",
      signal,
    });
    if (!response.ok) throw unavailable("no token", { status: response.status });
    answer = JSON.parse(await readLimited(response, LARGEST_ANSWER));
  } catch (error) {
    throw unavailable("no token", {}, error);
  }
  const token = granted.safeParse(answer);
  if (!token.success) throw unavailable("no token");
  const lifeMs = token.data.expires_in * 1_000;
  return { value: token.data.access_token, until: performance.now() + Math.max(lifeMs - MARGIN_MS, lifeMs / 2) };
}
