/** What the server said, or that it could not be asked: then it is asked again. */
export type Answer<Data> =
  | { readonly ok: true; readonly data: Data }
  | { readonly ok: false; readonly why: "unreachable" | "signed_out" }
  | { readonly ok: false; readonly why: "refused"; readonly code: string; readonly message: string };

const ANSWER_MS = 12_000;

interface Refused {
  readonly code: string;
  readonly message: string;
  readonly fields?: Record<string, string>;
}

const isPassing = (status: number) => status >= 500 || status === 429 || status === 408;

/** How a request reaches the server. */
export type Reach = (path: string, init: RequestInit) => Promise<Response>;

const byBrowser: Reach = (path, init) => fetch(path, init);

/** Asks one of the server's doors for JSON; waits `patience` milliseconds at most. */
export async function ask<Data>(
  path: string,
  init: RequestInit = {},
  patience = ANSWER_MS,
  reach = byBrowser,
): Promise<Answer<Data>> {
  try {
    const answer = await reach(path, { ...init, signal: AbortSignal.timeout(patience) });
    if (answer.ok) return { ok: true, data: await answer.json() };
    if (answer.status === 401) return { ok: false, why: "signed_out" };
    if (isPassing(answer.status)) return { ok: false, why: "unreachable" };
    const { code, message, fields }: Refused = await answer.json();
    return { ok: false, why: "refused", code, message: Object.values(fields ?? {})[0] ?? message };
  } catch {
    return { ok: false, why: "unreachable" };
  }
}

/** A request that carries JSON. */
export const json = (method: "POST" | "PUT", body: unknown): RequestInit => ({
  method,
  headers: { "content-type": "application/json" },
  body: JSON.stringify(body),
});

/** A request that carries one file as it is; what kind it is, its bytes say. */
export const file = (body: Blob): RequestInit => ({
  method: "POST",
  headers: { "content-type": "application/octet-stream" },
  body,
});
