import { type Html, html, page } from "../page";
import { companies, type Memory, nextState, type Parcel, type Push, type State, stateOf, states } from "./parcel";

/** Every subscribed parcel, newest first, with buttons that make things happen to it. */
export function parcelsPage(memory: Memory) {
  const parcels = Object.values(memory.parcels).reverse();
  return page({
    title: "快递平台 Carrier platform",
    refreshSeconds: 5,
    body: html`
<h1>快递平台 <span class="muted">Carrier platform (stand-in)</span></h1>
${parcels.length === 0 && html`<p class="card">还没有订阅的包裹 No parcel has been subscribed yet</p>`}
${parcels.map(card)}`,
  });
}

const label = (state: State) => `${states[state].name} ${states[state].english}`;
const shown = {
  timeZone: "Asia/Shanghai",
  month: "numeric",
  day: "numeric",
  hour: "2-digit",
  minute: "2-digit",
} as const;
const clock = (at: string) => new Date(at).toLocaleString("zh-CN", { ...shown, hour12: false });
const shownPushes = 5;

function card(parcel: Parcel): Html {
  const { company, number, status, steps, pushes } = parcel;
  const state = stateOf(parcel);
  const next = nextState(state);
  const isWatched = status === "polling";
  const path = `/parcels/${company}/${encodeURIComponent(number)}`;
  const move = (to: State, kind: string) =>
    html`<form method="post" action="${path}/advance"><button class="${kind}" name="state" value="${to}">${label(to)}</button></form>`;
  const send = (what: string, text: string) =>
    html`<form method="post" action="${path}/send"><button class="plain" name="what" value="${what}">${text}</button></form>`;
  return html`
<section class="card" id="${company}-${number}" aria-label="${number}">
  <div class="row">
    <h2>${companies[company]?.name} <code>${number}</code></h2>
    <span class="badge ${state === "3" ? "good" : "warn"}">${state === null ? "待揽收 not collected" : label(state)}</span>
    ${!isWatched && html`<span class="badge bad">${status} ${parcel.message}</span>`}
  </div>
  ${
    isWatched &&
    html`<div class="row">
    ${next && move(next, "")}
    ${(["2", "14", "6"] as const).filter((to) => to !== state && to !== next).map((to) => move(to, "danger"))}
    <form method="post" action="${path}/abort"><button class="danger">中止监控 stop watching</button></form>
  </div>`
  }
  <div class="row">
    ${pushes.length > 0 && send("duplicate", "重复推送 push again")}
    ${pushes.length > 1 && send("late", "乱序推送 push out of order")}
    ${send("forged", "伪造签名 forge a push")}
  </div>
  <dl>${steps.map(({ at, context }) => html`<dt>${clock(at)}</dt><dd>${context}</dd>`)}</dl>
  ${pushes.length > 0 && html`<h2>推送 Pushes</h2>`}
  ${pushes.slice(0, shownPushes).map(row)}
</section>`;
}

function row({ at, kind, state, attempts, isAccepted, answer }: Push): Html {
  return html`
<div>
  <div class="row">
    <span class="muted">${clock(at)}</span> ${kind} ${state && states[state].name}
    <span class="badge ${isAccepted ? "good" : "bad"}">${attempts}×</span>
  </div>
  <code class="muted">${answer}</code>
</div>`;
}
