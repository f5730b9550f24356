import { html, page, webAddress } from "../page";
import { type Faults, type Follower, isFollowing, type Memory, type MenuButton, type Message } from "./account";

const shownEach = 20;

/** Everybody's phone: the messages each person received, newest first, and whether they follow the account. */
export function inboxPage(account: { followers: Follower[]; memory: Memory; faults: Faults }, openId: string | null) {
  const { followers, memory, faults } = account;
  const shown = followers.filter((follower) => openId === null || follower.openId === openId);
  return page({
    title: "微信收件箱 WeChat inbox",
    refreshSeconds: 5,
    body: html`
<h1>微信收件箱 <span class="muted">WeChat inbox (stand-in)</span></h1>
<nav class="row">
  ${openId !== null && html`<a href="/">全部 Everybody</a>`}
  ${openId === null && followers.map((follower) => html`<a href="#${follower.openId}">${follower.name}</a>`)}
</nav>
${shown.map((follower) => phone(follower, isFollowing(follower, memory, faults), memory))}`,
  });
}

/** Where the account's QR code leads: whose phone scans it. */
export function followPage({ followers, memory, faults }: { followers: Follower[]; memory: Memory; faults: Faults }) {
  return page({
    title: "关注公众号 Follow",
    body: html`
<h1>用谁的手机扫码？ <span class="muted">Who scans this? (stand-in)</span></h1>
${followers.map(
  (follower) => html`
<form class="card row" method="post" action="/followers/${encodeURIComponent(follower.openId)}">
  <span>${follower.name}</span>
  ${isFollowing(follower, memory, faults) ? html`<span class="badge good">已关注 following</span>` : html`<button name="follow" value="yes">关注 Follow</button>`}
</form>`,
)}`,
  });
}

/** The account's menu as it shows below its messages; pressed, the account is told and the page opens in this browser. */
function menu(openId: string, buttons: readonly MenuButton[]) {
  const press = (url: string) => `/menu/${encodeURIComponent(openId)}?${new URLSearchParams({ url })}`;
  return html`
<nav class="row">${buttons.map(
    ({ name, url, sub_button = [] }) => html`
  <span class="muted">${name}</span>
  ${[...(url ? [{ name, url }] : []), ...sub_button].map((entry) => html`<a href="${press(entry.url ?? "")}">${entry.name}</a>`)}`,
  )}
</nav>`;
}

function phone(follower: Follower, follows: boolean, { messages: all, menu: buttons }: Memory) {
  const { openId, name } = follower;
  const messages = all.filter((message) => message.openId === openId).slice(0, shownEach);
  return html`
<section class="card" id="${openId}" aria-label="${name}">
  <div class="row">
    <h2><a href="/?openid=${encodeURIComponent(openId)}">${name}</a></h2>
    <span class="badge ${follows ? "good" : "warn"}">${follows ? "已关注 following" : "未关注 not following"}</span>
    <form method="post" action="/followers/${encodeURIComponent(openId)}">
      <button class="plain" name="follow" value="${follows ? "no" : "yes"}">${follows ? "取消关注 Unfollow" : "关注 Follow"}</button>
    </form>
  </div>
  ${messages.length === 0 && html`<p class="muted">还没有消息 Nothing yet</p>`}
  ${messages.map(card)}
  ${follows && buttons && menu(openId, buttons)}
</section>`;
}

function card({ title, fields, url, sentAt }: Message) {
  const address = webAddress(url);
  return html`
<article class="card">
  <div class="row"><h2>${title}</h2><time class="muted" datetime="${sentAt}">${new Date(sentAt).toLocaleString("zh-CN", { timeZone: "Asia/Shanghai" })}</time></div>
  <dl>${fields.map(({ label, value }) => html`<dt>${label}</dt><dd>${value}</dd>`)}</dl>
  ${address && html`<a href="${address}" rel="noreferrer">查看详情 Details ›</a>`}
</article>`;
}
