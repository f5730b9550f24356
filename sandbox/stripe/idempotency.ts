/** One effect per `Idempotency-Key`: https://docs.stripe.com/api/idempotent_requests */
import { createHash } from "node:crypto";
import type { Table } from "./journal";
import { type ErrorBody, invalidParameter, StripeError } from "./stripe-error";

export type Answer = { status: number; body: string; requestId: string };
/** The answer that a key, its `id`, was first given. `at` in milliseconds. */
export type KeptAnswer = Readonly<Answer & { id: string; path: string; fingerprint: string; at: number }>;

const keptForMs = 24 * 60 * 60 * 1000;

/** Forgets the answers whose keys Stripe would have forgotten by now. */
export function forgetOldAnswers(answers: Table<KeptAnswer>, now = Date.now()): void {
  for (const { id, at } of answers.all()) if (at < now - keptForMs) answers.remove(id);
}

/**
 * The answer kept for `key`, if it was used in the last 24 hours; a `StripeError` when that was for another endpoint
 * or with other parameters.
 */
export function keptAnswer(
  answers: Table<KeptAnswer>,
  key: string,
  asked: { path: string; fields: URLSearchParams },
): Answer | undefined {
  if (key.length > 255) throw invalidParameter("Idempotency keys can be at most 255 characters long.");
  const kept = answers.get(key);
  if (!kept || kept.at < Date.now() - keptForMs) return undefined;
  const otherwise = `Try using a key other than '${key}' if you meant to execute a different request.`;
  if (kept.path !== asked.path) {
    const paths = `('${kept.path}' vs '${asked.path}')`;
    throw idempotencyError(
      `Keys for idempotent requests can only be used for the same endpoint they were first used for ${paths}. ${otherwise}`,
    );
  }
  if (kept.fingerprint !== fingerprint(asked.fields)) {
    throw idempotencyError(
      `Keys for idempotent requests can only be used with the same parameters they were first used with. ${otherwise}`,
    );
  }
  return kept;
}

export function keepAnswer(
  answers: Table<KeptAnswer>,
  key: string,
  asked: { path: string; fields: URLSearchParams },
  answer: Answer,
): void {
  const { status, body, requestId } = answer;
  const { path, fields } = asked;
  answers.add({ id: key, status, body, requestId, path, fingerprint: fingerprint(fields), at: Date.now() });
}

/** 409 while the first request with this key is still being answered; the official library tries again by itself. */
export const keyInUse = (key: string) =>
  new StripeError(409, {
    type: "invalid_request_error",
    code: "idempotency_key_in_use",
    message: `There is currently another in-progress request using this Idempotent Key (that probably means you submitted twice, and the other request is still going through): ${key}. Please try again later.`,
  });

const idempotencyError = (message: ErrorBody["message"]) =>
  new StripeError(400, { type: "idempotency_error", message }, false);

function fingerprint(fields: URLSearchParams): string {
  const pairs = [...fields].map(([name, value]) => JSON.stringify([name, value])).sort();
  return createHash("sha256").update(pairs.join()).digest("base64url");
}
