/** The dashboard at `/`: what the account holds, what the webhook was told, and buttons for trouble. */
import { get, json, loopbackOnly, plain, post, type Route, redirect } from "../http";
import { type Html, html, page } from "../page";
import type { Account, Charge, Delivery, Refund, Session, StripeEvent } from "./account";
import { methodOf } from "./charges";
import type { Desk } from "./endpoint";
import type { Item, Table } from "./journal";
import { money, words } from "./payment-page-text";
import { canFail, failRefund } from "./refunds";

const shown = 50;

export function dashboardRoutes(desk: Desk): Route[] {
  const { account } = desk;
  const { events, refunds } = account.state;
  const resend = (times: number) =>
    loopbackOnly<"id">(({ params: { id } }) => {
      if (!events.get(id)) return plain("No such event.", 404);
      desk.change(({ plan }) => {
        for (let turn = 0; turn < times; turn += 1) plan({ task: "deliverAgain", subject: id, at: Date.now() });
      });
      return redirect("/#events");
    });
  const fail = loopbackOnly<"id">(({ params: { id } }) => {
    const refund = refunds.get(id);
    if (!refund) return plain("No such refund.", 404);
    desk.change((changing) => failRefund(changing, refund));
    return redirect("/#refunds");
  });
  return [
    get("/", () => page({ title: "Stripe 模拟 stand-in", body: overview(account) })),
    post("/dashboard/events/:id/resend", resend(1)),
    post("/dashboard/events/:id/send-twice", resend(2)),
    post("/dashboard/refunds/:id/fail", fail),
    get("/faults", () => json(account.faults.settings)),
    post(
      "/faults",
      loopbackOnly((incoming) => {
        const wrong = account.faults.replace(incoming.json());
        return wrong === undefined ? json(account.faults.settings) : plain(wrong, 400);
      }),
    ),
  ];
}

function overview({ state, faults }: Account): Html {
  const active = Object.entries(faults.settings).filter(([, value]) => value);
  return html`<h1>Stripe 模拟 stand-in</h1>
<p class="muted">API <code>/v1</code> · <a href="/">刷新 Refresh</a></p>
${active.length > 0 && html`<p>故障 Faults: ${active.map(([name, value]) => html`<span class="badge warn">${name} ${value}</span> `)}</p>`}
${section("sessions", "付款页 Sessions", newest(state.sessions).map(sessionEntry))}
${section("payments", "付款 Payments", newest(state.charges).map(paymentEntry))}
${section("refunds", "退款 Refunds", newest(state.refunds).map(refundEntry))}
${section(
  "events",
  "事件 Events",
  newest(state.events).map((event) => eventEntry(event, state.deliveries.get(event.id))),
)}`;
}

const newest = <Kept extends Item>(items: Table<Kept>) => items.all().slice(-shown).reverse();

function section(id: string, title: string, entries: Html[]): Html {
  const rule = "border-top:1px solid var(--line);padding-top:0.6rem";
  return html`<section class="card" id="${id}" aria-labelledby="${id}-title"><h2 id="${id}-title">${title}</h2>
${entries.length === 0 && html`<p class="muted">暂无 None yet</p>`}
${entries.map((entry) => html`<article style="${rule}">${entry}</article>`)}
</section>`;
}

const badges: Record<string, string> = {
  ...{ paid: "good", succeeded: "good", delivered: "good", open: "warn", pending: "warn", unpaid: "warn" },
  ...{ failed: "bad", expired: "bad", dropped: "bad" },
};
const badge = (state: string | null) => html`<span class="badge ${badges[state ?? ""] ?? ""}">${state}</span>`;
const amount = (fen: number, currency: string) => money(fen, currency, words.zh);
const when = (seconds: number) => {
  const iso = new Date(seconds * 1000).toISOString();
  return html`<time class="muted" datetime="${iso}">${iso.slice(5, 19).replace("T", " ")} UTC</time>`;
};

const sessionEntry = (session: Session) => html`<div class="row">
<strong>${amount(session.amount_total, session.currency)}</strong> ${badge(session.status)}
${session.status === "complete" && badge(session.payment_status)} ${when(session.created)}
${session.status === "open" && html`<a href="/c/pay/${session.id}">打开 Open</a>`}</div>
<code>${session.id}</code>`;

const paymentEntry = (charge: Charge) => html`<div class="row">
<strong>${amount(charge.amount, charge.currency)}</strong> ${badge(charge.status)} ${methodOf(charge)}
${charge.amount_refunded > 0 && html`<span>已退 refunded ${amount(charge.amount_refunded, charge.currency)}</span>`}
${when(charge.created)}</div>
<code>${charge.payment_intent}</code> · <code>${charge.id}</code>`;

const refundEntry = (refund: Refund) => html`<div class="row">
<strong>${amount(refund.amount, refund.currency)}</strong> ${badge(refund.status)} ${when(refund.created)}
${canFail(refund) && button(`/dashboard/refunds/${refund.id}/fail`, "退款失败 Fail", refund.id, "danger")}</div>
<code>${refund.id}</code> · <code>${refund.payment_intent}</code>`;

const eventEntry = ({ id, type, created, data }: StripeEvent, delivery?: Delivery) => html`<div class="row">
<strong>${type}</strong> ${delivery && badge(delivery.state)} ${when(created)}
${button(`/dashboard/events/${id}/resend`, "重发 Resend", id)}
${button(`/dashboard/events/${id}/send-twice`, "发两次 Send twice", id)}</div>
<code>${id}</code> · <code>${data.object.id}</code>
${delivery && delivery.attempts.length > 0 && attempts(delivery)}`;

const attempts = (delivery: Delivery) =>
  html`<details><summary>${delivery.attempts.length} 次 attempts</summary><ol>${delivery.attempts.map(
    ({ at, durationMs, status, error }) =>
      html`<li>${when(at / 1000)} ${error ?? `HTTP ${status}`} <span class="muted">${durationMs} ms</span></li>`,
  )}</ol></details>`;

const button = (action: string, label: string, id: string, kind = "plain") =>
  html`<form method="post" action="${action}"><button class="${kind}" aria-label="${label} ${id}">${label}</button></form>`;
