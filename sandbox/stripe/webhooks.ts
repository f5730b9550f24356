/** Tells the application's webhook what happened, signed, until it answers 2xx. https://docs.stripe.com/webhooks */
import { createHmac } from "node:crypto";
import type { Attempt, Delivery, State, StripeEvent } from "./account";
import type { Job } from "./agenda";
import type { Desk } from "./endpoint";

export type WebhookTarget = { url: string; secret: string; retryDelaysMs: number[] };
export type WebhookJob =
  | { task: "deliver"; subject: string; retry: number }
  | { task: "deliverAgain"; subject: string };

const answerWithinMs = 10_000;
const waitWhileDownMs = 250;

/** `Stripe-Signature` for a raw body; `at` in seconds. */
export function signature(payload: string, secret: string, at: number): string {
  return `t=${at},v1=${createHmac("sha256", secret).update(`${at}.${payload}`).digest("hex")}`;
}

/** Makes webhooks whose delivery a stop of the server cut short start again. */
export function resumeDeliveries({ deliveries, jobs }: State, plan: (job: Job) => void): void {
  const planned = new Set(jobs.all().flatMap(({ task, subject }) => (task === "deliver" ? [subject] : [])));
  for (const { id, state, attempts } of deliveries.all()) {
    if (state !== "pending" || planned.has(id)) continue;
    plan({ task: "deliver", subject: id, at: Date.now(), retry: attempts.length });
  }
}

export function webhookSender(desk: Desk, target: WebhookTarget) {
  const closing = new AbortController();
  const underWay = new Set<Promise<void>>();

  async function send(event: StripeEvent): Promise<Attempt> {
    const at = Date.now();
    const payload = JSON.stringify(event, null, 2);
    const attempt = (status: number | null, error: string | null): Attempt => ({
      at,
      durationMs: Date.now() - at,
      status,
      error,
    });
    try {
      const response = await fetch(target.url, {
        method: "POST",
        body: payload,
        redirect: "manual",
        headers: {
          "content-type": "application/json; charset=utf-8",
          "user-agent": "Stripe/1.0 (+https://stripe.com/docs/webhooks)",
          "stripe-signature": signature(payload, target.secret, Math.floor(at / 1000)),
        },
        signal: AbortSignal.any([closing.signal, AbortSignal.timeout(answerWithinMs)]),
      });
      await response.arrayBuffer();
      return attempt(response.status, response.ok ? null : `HTTP ${response.status}`);
    } catch (error) {
      return attempt(null, reasonOf(error));
    }
  }

  /** One attempt. `deliver` is repeated until it succeeds or the schedule ends, `deliverAgain` is not. */
  async function deliver(job: WebhookJob): Promise<void> {
    const { state, faults, plan } = desk.account;
    const event = state.events.get(job.subject);
    const delivery = state.deliveries.get(job.subject);
    if (!event || !delivery || (job.task === "deliver" && delivery.state !== "pending")) return;
    if (faults.settings.down) {
      desk.change(() => plan({ ...job, at: Date.now() + waitWhileDownMs }));
      return;
    }
    const attempt = await send(event);
    if (closing.signal.aborted) return;
    desk.change(() => {
      const attempts = [...delivery.attempts, attempt];
      state.deliveries.revise(delivery, { attempts, state: outcomeOf(job, attempt, delivery) });
      state.events.revise(event, { pending_webhooks: delivery.state === "pending" ? 1 : 0 });
      const retryDelayMs = job.task === "deliver" ? target.retryDelaysMs[job.retry] : undefined;
      if (job.task === "deliver" && delivery.state === "pending" && retryDelayMs !== undefined) {
        plan({ ...job, at: Date.now() + retryDelayMs, retry: job.retry + 1 });
      }
    });
  }

  function outcomeOf(job: WebhookJob, { error }: Attempt, { state }: Delivery): Delivery["state"] {
    if (error === null) return "delivered";
    const isLastTry = job.task === "deliver" && job.retry >= target.retryDelaysMs.length;
    return isLastTry && state === "pending" ? "failed" : state;
  }

  return {
    deliver(job: WebhookJob): void {
      const turn = deliver(job).finally(() => underWay.delete(turn));
      underWay.add(turn);
    },
    /** Cuts what is being sent; it stays pending and is sent again after a restart. */
    async close(): Promise<void> {
      closing.abort();
      await Promise.all(underWay);
    },
  };
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? error.cause.message || error.cause.name : error.message;
}
