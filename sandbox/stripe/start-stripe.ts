/** A stand-in for Stripe on the real wire protocol: the official library works against it unchanged. */
import { join } from "node:path";
import { get, hangUp, plain, serve } from "../http";
import { type Account, noRequest, stateOf } from "./account";
import { makeAgenda, type PlannedJob } from "./agenda";
import { balanceRoutes } from "./balance";
import { chargeRoutes } from "./charges";
import { checkoutRoutes } from "./checkout-sessions";
import { dashboardRoutes } from "./dashboard";
import { type Desk, endpointMaker, unknownEndpoint } from "./endpoint";
import { eventRoutes, forgetOldEvents } from "./events";
import { noFaults } from "./faults";
import { forgetOldAnswers } from "./idempotency";
import { openJournal } from "./journal";
import { pageAddress } from "./new-session";
import { paymentIntentRoutes } from "./payment-intents";
import { paymentPageRoutes } from "./payment-page";
import { refundRoutes, settleRefund } from "./refunds";
import { expireSession, settleSession } from "./session-outcomes";
import { resumeDeliveries, webhookSender } from "./webhooks";

const minute = 60_000;
const usualRetryDelaysMs = [1_000, 5_000, 15_000, minute, 5 * minute, 15 * minute, 60 * minute];

export type StripeStandIn = { url: string; port: number; close(): Promise<void> };

/**
 * Serves the API (`/v1`), payment pages, dashboard (`/`), `/faults` and `/health` on 127.0.0.1; `port` 0 takes a free
 * one. Everything but the faults is kept in `dataFolder` and goes on after a restart. `retryDelaysMs` are the waits
 * after each failed webhook; after the last the event counts as failed. `settleDelayMs` is how long wallet refunds and
 * payments confirmed later stay pending. Rejects when the port is taken or the folder's file is not readable.
 */
export async function startStripe(options: {
  port: number;
  secretKey: string;
  webhookSecret: string;
  webhookUrl: string;
  dataFolder: string;
  retryDelaysMs?: number[];
  settleDelayMs?: number;
  merchant?: string;
}): Promise<StripeStandIn> {
  const { port, secretKey, webhookSecret, webhookUrl, dataFolder } = options;
  const {
    retryDelaysMs = usualRetryDelaysMs,
    settleDelayMs = 5_000,
    merchant = "互联网医院 Internet Hospital",
  } = options;
  const journal = openJournal(join(dataFolder, "stripe.jsonl"));
  const state = stateOf(journal);
  const agenda = makeAgenda(state.jobs, runJobs);
  const { plan } = agenda;
  const account: Account = { state, cause: noRequest, faults: noFaults(), merchant, settleDelayMs, url: "", plan };
  const desk: Desk = {
    account,
    secretKey,
    change: (run, cause = noRequest) => journal.commit(() => run({ ...account, cause })),
  };
  const sender = webhookSender(desk, { url: webhookUrl, secret: webhookSecret, retryDelaysMs });

  function runJobs(due: PlannedJob[]): void {
    journal.commit(() => {
      for (const job of due) {
        state.jobs.remove(job.id);
        runJob(job);
      }
    });
  }
  function runJob(job: PlannedJob): void {
    const session = state.sessions.get(job.subject);
    const refund = state.refunds.get(job.subject);
    if (job.task === "deliver" || job.task === "deliverAgain") sender.deliver(job);
    else if (job.task === "expireSession" && session) expireSession(account, session);
    else if (job.task === "settlePayment" && session) settleSession(account, session, job.succeeds);
    else if (job.task === "settleRefund" && refund) settleRefund(account, refund, job.succeeds);
  }

  const endpoint = endpointMaker(desk);
  const server = await serve({
    port,
    before: ({ path }) => {
      const isAlwaysUp = path === "/health" || path === "/faults";
      return account.faults.settings.down && !isAlwaysUp ? hangUp : undefined;
    },
    routes: [
      get("/health", () => plain("ok")),
      ...checkoutRoutes(endpoint),
      ...paymentIntentRoutes(endpoint),
      ...chargeRoutes(endpoint),
      ...refundRoutes(endpoint),
      ...eventRoutes(endpoint),
      ...balanceRoutes(endpoint),
      unknownEndpoint(desk),
      ...paymentPageRoutes(desk),
      ...dashboardRoutes(desk),
    ],
  }).catch((error: unknown) => {
    journal.close();
    throw error;
  });

  account.url = server.url;
  // Only now is it certain that no other stand-in holds the port, and with it the file.
  journal.compact();
  journal.commit(() => {
    forgetOldEvents(state);
    forgetOldAnswers(state.answers);
    for (const session of state.sessions.all()) {
      if (session.status === "open") state.sessions.revise(session, { url: pageAddress(account, session.id) });
    }
    resumeDeliveries(state, plan);
  });
  agenda.start();

  return {
    url: server.url,
    port: server.port,
    async close() {
      agenda.close();
      await server.close();
      await sender.close();
      journal.close();
    },
  };
}
