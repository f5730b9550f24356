/** What every endpoint of the API shares: key, version, parameters, idempotency, `expand`, errors, headers. */
import { timingSafeEqual } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import type { z } from "zod";
import { type Incoming, type Reply, type Route, route } from "../http";
import { type Account, apiVersion, type Cause, makeId } from "./account";
import { expand } from "./expand";
import { readFields } from "./form-body";
import { type Answer, keepAnswer, keptAnswer, keyInUse } from "./idempotency";
import { readParameters } from "./parameters";
import { StripeError } from "./stripe-error";

export type Desk = {
  account: Account;
  secretKey: string;
  /** Runs a change of the account in one piece, and has it written down before anyone is told of it. */
  change<Result>(run: (account: Account) => Result, cause?: Cause): Result;
};

/** Runs an endpoint: `id` from the address, `values` the checked parameters. Returns the object to answer with. */
type Run<Values> = (account: Account, call: { id: string; values: Values }) => object;
type Expanding = z.ZodType<{ expand?: string[] }>;

/** Makes the API's routes. One maker per server: it knows which idempotency keys are being answered right now. */
export function endpointMaker(desk: Desk) {
  const busyKeys = new Set<string>();

  return function endpoint<Schema extends Expanding>(
    method: "GET" | "POST",
    path: string,
    schema: Schema,
    run: Run<z.output<Schema>>,
  ): Route {
    return route(method, path, async (incoming: Incoming): Promise<Reply> => {
      const requestId = makeId("req_");
      const key = method === "POST" ? headerOf(incoming, "idempotency-key") : undefined;
      const cause = { id: requestId, idempotency_key: key ?? null };
      const fields = method === "POST" ? incoming.form() : incoming.query;
      const asked = { path: incoming.path, fields };

      function perform(account: Account): Answer {
        const values = readParameters(schema, readFields(fields));
        const result = run(account, { id: incoming.params.id ?? "", values });
        return { status: 200, body: JSON.stringify(expand(account.state, result, values.expand)), requestId };
      }

      function performOnce(account: Account): Answer {
        const kept = key && keptAnswer(account.state.answers, key, asked);
        if (kept) return kept;
        const answer = answering(() => perform(account), requestId);
        if (key && answer.isKept) keepAnswer(account.state.answers, key, asked, answer);
        return answer;
      }

      async function answerNow(): Promise<Answer> {
        admit(incoming, desk.secretKey);
        if (key && busyKeys.has(key)) throw keyInUse(key);
        if (key) busyKeys.add(key);
        try {
          const answer = method === "POST" ? desk.change(performOnce, cause) : perform(desk.account);
          await wait(desk.account.faults.settings.slowMs);
          return answer;
        } finally {
          if (key) busyKeys.delete(key);
        }
      }

      const answer = await answerNow().catch((error: unknown) => refusal(error, requestId));
      return replyWith(answer, requestId, incoming, key);
    });
  };
}

export type Endpoint = ReturnType<typeof endpointMaker>;

/** Answers every other address below `/v1` as Stripe does. */
export const unknownEndpoint = (desk: Desk): Route =>
  route("*", "/v1/*", (incoming) => {
    const requestId = makeId("req_");
    const answer = answering(() => {
      admit(incoming, desk.secretKey);
      const message = `Unrecognized request URL (${incoming.method}: ${incoming.path}). This stand-in knows only a part of Stripe's API.`;
      throw new StripeError(404, { type: "invalid_request_error", message });
    }, requestId);
    return replyWith(answer, requestId, incoming);
  });

function answering(run: () => Answer, requestId: string): Answer & { isKept: boolean } {
  try {
    return { ...run(), isKept: true };
  } catch (error) {
    return refusal(error, requestId);
  }
}

function refusal(error: unknown, requestId: string): Answer & { isKept: boolean } {
  if (!(error instanceof StripeError)) throw error;
  return { status: error.status, body: JSON.stringify({ error: error.body }), requestId, isKept: error.isKept };
}

/** Throws unless the request carries the secret key and a version that could be one of Stripe's. */
function admit(incoming: Incoming, secretKey: string): void {
  const given = keyOf(incoming.headers.authorization);
  if (given === undefined) {
    const message =
      "You did not provide an API key. You need to provide your API key in the Authorization header, using Bearer auth (e.g. 'Authorization: Bearer YOUR_SECRET_KEY').";
    throw new StripeError(401, { type: "invalid_request_error", message });
  }
  if (!isSame(given, secretKey)) {
    const masked = `${given.slice(0, 8)}${"*".repeat(8)}${given.slice(-4)}`;
    throw new StripeError(401, { type: "invalid_request_error", message: `Invalid API Key provided: ${masked}` });
  }
  const version = headerOf(incoming, "stripe-version") ?? apiVersion;
  if (!/^\d{4}-\d{2}-\d{2}(\.[a-z]+)?$/.test(version)) {
    throw new StripeError(400, { type: "invalid_request_error", message: `Invalid Stripe API version: ${version}` });
  }
}

function keyOf(authorization = ""): string | undefined {
  const [scheme = "", value = ""] = authorization.split(" ");
  if (/^bearer$/i.test(scheme)) return value || undefined;
  if (!/^basic$/i.test(scheme)) return undefined;
  return Buffer.from(value, "base64").toString("utf8").split(":")[0] || undefined;
}

const isSame = (one: string, other: string) =>
  Buffer.byteLength(one) === Buffer.byteLength(other) && timingSafeEqual(Buffer.from(one), Buffer.from(other));

function replyWith(answer: Answer, requestId: string, incoming: Incoming, key?: string): Reply {
  const isReplay = answer.requestId !== requestId;
  const headers: Record<string, string> = {
    "content-type": "application/json; charset=utf-8",
    "request-id": requestId,
    "stripe-version": headerOf(incoming, "stripe-version") ?? apiVersion,
    ...(key && { "idempotency-key": key, "original-request": answer.requestId }),
    ...(isReplay && { "idempotent-replayed": "true" }),
    ...(answer.status === 401 && { "www-authenticate": 'Basic realm="Stripe"' }),
  };
  return { status: answer.status, headers, body: answer.body };
}

function headerOf({ headers }: Incoming, name: string): string | undefined {
  const value = headers[name];
  return Array.isArray(value) ? value[0] : value;
}
