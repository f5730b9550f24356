import { html, page } from "../page";
import type { Hub } from "./hub";

/** What goes on in the stand-in: connections, channels, and names and sizes of the last events (never their content). */
export function statusPage(hubs: Hub[]) {
  return page({
    title: "Pusher 替身 stand-in",
    body: html`<h1>Pusher 替身 <span class="muted">stand-in</span></h1>${hubs.map(appCards)}`,
    refreshSeconds: 5,
  });
}

const time = (at: Date) => at.toLocaleTimeString("zh-CN", { timeZone: "Asia/Shanghai", hour12: false });

function appCards(hub: Hub) {
  const channels = hub.channels();
  const faults = Object.entries(hub.faults).filter(([, value]) => value !== 0 && value !== false);
  return html`
<section class="card">
  <h2>应用 App <code>${hub.app.appId}</code></h2>
  <div class="row">
    <span class="badge">${hub.connections.size} 个连接 connections</span>
    <span class="badge">${channels.length} 个频道 channels</span>
    ${faults.map(([name, value]) => html`<span class="badge bad">${name}: ${String(value)}</span>`)}
  </div>
</section>
<section class="card">
  <h2>频道 Channels</h2>
  <table>
    <tr><th>名称 Name</th><th>订阅 Subs</th><th>成员 Members</th></tr>
    ${channels.map((name) => html`<tr><td><code>${name}</code></td><td>${hub.subscriptionCount(name)}</td><td>${[...hub.members(name).keys()].join(", ")}</td></tr>`)}
  </table>
</section>
<section class="card">
  <h2>最近的事件 Last events</h2>
  <table>
    <tr><th>时间 Time</th><th>事件 Event</th><th>字节 Bytes</th><th>收到 Heard</th></tr>
    ${hub.published.map(({ at, name, channel, bytes, receivers }) => html`<tr><td>${time(at)}</td><td>${name}<br><code>${channel}</code></td><td>${bytes}</td><td>${receivers}</td></tr>`)}
  </table>
</section>
<section class="card">
  <h2>连接 Connections</h2>
  <table>
    <tr><th>Socket</th><th>自 Since</th><th>用户 User</th></tr>
    ${[...hub.connections].map(({ socketId, openedAt, user }) => html`<tr><td><code>${socketId}</code></td><td>${time(openedAt)}</td><td>${user?.user_id}</td></tr>`)}
  </table>
</section>`;
}
