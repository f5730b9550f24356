/** The hosted payment page at a session's `url`: forms only, so that it works without scripts. */
import { get, post, type Reply, type Route, redirect } from "../http";
import { type Html, html, page, webAddress } from "../page";
import { type Account, type LineItem, type Method, nowInSeconds, type Session } from "./account";
import type { Desk } from "./endpoint";
import { languageOf, money, type Words, words } from "./payment-page-text";
import { declineSession, expireSession, paySession, paySessionLater } from "./session-outcomes";

/** What the buttons post as `action`. */
const actions = ["pay", "decline", "abandon", "pay-later", "fail-later"] as const;
type Action = (typeof actions)[number];

export function paymentPageRoutes(desk: Desk): Route[] {
  return [
    get("/c/pay/:id", (incoming) => {
      const session = desk.account.state.sessions.get(incoming.params.id);
      const text = words[languageOf(session?.locale ?? null, incoming.headers["accept-language"])];
      return session ? sessionPage(desk.account, session, text) : unknownPage(text);
    }),
    post("/c/pay/:id", (incoming) => {
      const session = desk.account.state.sessions.get(incoming.params.id);
      const next = session && desk.change((account) => act(account, session, incoming.form()));
      return redirect(next ?? `/c/pay/${encodeURIComponent(incoming.params.id)}`);
    }),
  ];
}

/** Does what was asked and returns where the browser goes next; nowhere means back to the page, which says why. */
function act(account: Account, session: Session, fields: URLSearchParams): string | undefined {
  const action = actions.find((each) => each === fields.get("action"));
  const method = session.payment_method_types.find((each) => each === fields.get("method"));
  if (!action) return undefined;
  if (action === "abandon") return session.cancel_url ?? undefined;
  if (session.expires_at <= nowInSeconds()) expireSession(account, session);
  if (session.status !== "open" || !method) return undefined;
  pay(account, session, method, action);
  return action === "decline" ? undefined : successAddress(session);
}

function pay(account: Account, session: Session, method: Method, action: Exclude<Action, "abandon">): void {
  if (action === "pay") paySession(account, session, method);
  else if (action === "decline") declineSession(account, session, method);
  else paySessionLater(account, session, method, action === "pay-later");
}

const successAddress = ({ success_url: address, id }: Session) => address?.replaceAll("{CHECKOUT_SESSION_ID}", id);

function sessionPage(account: Account, session: Session, text: Words): Reply {
  const { state, merchant } = account;
  const isOpen = session.status === "open" && session.expires_at > nowInSeconds();
  const total = money(session.amount_total, session.currency, text);
  const rest = isOpen ? payment(account, session, text, total) : ending(session, text);
  const body = html`<section class="card" lang="${text.tag}">
<h1>${text.heading}</h1>
<dl><dt>${text.to}</dt><dd>${merchant}</dd></dl>
<table>
<thead><tr><th scope="col">${text.items}</th><th scope="col" style="text-align:right">CNY</th></tr></thead>
<tbody>${(state.baskets.get(session.id)?.lineItems ?? []).map((item) => row(item, text))}</tbody>
<tfoot><tr><th scope="row">${text.total}</th><td style="text-align:right"><strong>${total}</strong></td></tr></tfoot>
</table>
${rest}
<p class="muted">${text.standIn}</p>
</section>`;
  return page({ title: `${text.heading} ${total}`, body });
}

const row = ({ description, quantity, amount_total: amount, currency }: LineItem, text: Words) =>
  html`<tr><td>${description}${quantity > 1 && html` × ${quantity}`}</td><td style="text-align:right">${money(amount, currency, text)}</td></tr>`;

function payment({ state }: Account, session: Session, text: Words, total: string): Html {
  const intent = state.paymentIntents.get(session.payment_intent ?? "");
  const lastMethod = state.charges.get(intent?.latest_charge ?? "")?.payment_method_details?.type;
  const chosen = session.payment_method_types.find((each) => each === lastMethod) ?? session.payment_method_types[0];
  const radio = (method: Method) => html`<label class="row" style="display:flex;min-height:2.75rem;color:inherit">
<input type="radio" name="method" value="${method}" ${method === chosen ? "checked" : ""} required style="width:1.25rem;min-height:1.25rem;padding:0"> ${text.methods[method]}</label>`;
  return html`${intent?.last_payment_error && html`<p class="bad" role="alert" style="padding:0.6rem 0.75rem;border-radius:0.5rem">${text.declined}</p>`}
<form method="post">
<fieldset style="border:0;margin:0;padding:0"><legend>${text.method}</legend>${session.payment_method_types.map(radio)}</fieldset>
<button name="action" value="pay">${text.pay} ${total}</button>
<button name="action" value="decline" class="danger">${text.decline}</button>
${session.cancel_url && html`<button name="action" value="abandon" class="plain" formnovalidate>${text.abandon}</button>`}
<details><summary>${text.later}</summary>
<p class="muted">${text.laterHint}</p>
<div class="row"><button name="action" value="pay-later" class="plain">${text.laterSucceeds}</button>
<button name="action" value="fail-later" class="plain">${text.laterFails}</button></div>
</details>
</form>`;
}

function ending(session: Session, text: Words): Html {
  const isComplete = session.status === "complete";
  const isPaid = session.payment_status === "paid";
  const [badge, heading, hint] = !isComplete
    ? ["bad", text.expired, text.expiredHint]
    : isPaid
      ? ["good", text.paid, text.paidHint]
      : ["warn", text.processing, text.processingHint];
  const back = webAddress((isComplete ? successAddress(session) : session.cancel_url) ?? "");
  return html`<h2><span class="badge ${badge}">${heading}</span></h2>
<p role="status">${hint}</p>
${back && html`<p><a href="${back}">${text.back}</a></p>`}`;
}

const unknownPage = (text: Words) =>
  page({
    title: text.unknown,
    status: 404,
    body: html`<section class="card" lang="${text.tag}"><h1>${text.unknown}</h1><p>${text.unknownHint}</p></section>`,
  });
