import { html, page, webAddress } from "../page";
import { type Faults, type Follower, isFollowing, type Memory, type Message } from "./account";

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
${shown.map((follower) => phone(follower, isFollowing(follower, memory, faults), memory.messages))}`,
  });
}

function phone(follower: Follower, follows: boolean, all: Message[]) {
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
