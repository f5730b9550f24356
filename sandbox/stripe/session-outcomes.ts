/** What becomes of a checkout session: paid, declined, paid later, expired. */
import type { Account, Method, PaymentIntent, Session } from "./account";
import { emit } from "./events";
import { attempt, cancelIntent, createIntent, declines, fail, succeed } from "./payment-attempts";

/** Pays an open session; the session is complete from now on. */
export function paySession(account: Account, session: Session, method: Method): void {
  const intent = intentOf(account, session);
  succeed(account, intent, attempt(account, intent, method));
  account.state.sessions.revise(session, { status: "complete", payment_status: "paid", url: null });
  emit(account, "checkout.session.completed", session);
}

/** The attempt is refused; the session stays open for another. */
export function declineSession(account: Account, session: Session, method: Method): void {
  const intent = intentOf(account, session);
  fail(account, intent, attempt(account, intent, method), method === "card" ? declines.card : declines.wallet);
}

/** The patient is done, but whether the money comes is known only later, as with Stripe's delayed methods. */
export function paySessionLater(account: Account, session: Session, method: Method, succeeds: boolean): void {
  const intent = intentOf(account, session);
  attempt(account, intent, method);
  account.state.sessions.revise(session, { status: "complete", url: null });
  emit(account, "checkout.session.completed", session);
  account.plan({ task: "settlePayment", subject: session.id, at: Date.now() + account.settleDelayMs, succeeds });
}

/** Ends what `paySessionLater` began. */
export function settleSession(account: Account, session: Session, succeeds: boolean): void {
  const intent = intentOf(account, session);
  const charge = account.state.charges.get(intent.latest_charge ?? "");
  if (intent.status !== "processing" || !charge) return;
  if (succeeds) {
    succeed(account, intent, charge);
    account.state.sessions.revise(session, { payment_status: "paid" });
    emit(account, "checkout.session.async_payment_succeeded", session);
  } else {
    fail(account, intent, charge, declines.wallet);
    emit(account, "checkout.session.async_payment_failed", session);
  }
}

/** Closes an open session for good; an intent that an attempt left behind is cancelled with it. */
export function expireSession(account: Account, session: Session): void {
  if (session.status !== "open") return;
  account.state.sessions.revise(session, { status: "expired", url: null });
  const intent = account.state.paymentIntents.get(session.payment_intent ?? "");
  if (intent) cancelIntent(account, intent, "automatic");
  emit(account, "checkout.session.expired", session);
}

/** The session's payment intent, which Stripe creates with the first attempt only. */
function intentOf(account: Account, session: Session): PaymentIntent {
  const { paymentIntents, baskets, sessions } = account.state;
  const known = paymentIntents.get(session.payment_intent ?? "");
  if (known) return known;
  const { description, metadata } = baskets.get(session.id) ?? { description: null, metadata: {} };
  const { amount_total: amount, currency, payment_method_types } = session;
  const intent = createIntent(account, { amount, currency, description, metadata, payment_method_types });
  sessions.revise(session, { payment_intent: intent.id });
  return intent;
}
