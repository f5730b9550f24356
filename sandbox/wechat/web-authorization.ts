import { randomBytes } from "node:crypto";
import { html, page } from "../page";
import type { Follower, Memory } from "./account";

const lifetimeMs = 300_000;

/** The page on which one says whose phone this is; the real WeChat knows, and asks nothing. */
export function authorizePage(asked: URLSearchParams, followers: readonly Follower[]) {
  const back = asked.get("redirect_uri") ?? "";
  return page({
    title: "微信登录 WeChat sign-in",
    body: html`
<h1>这是谁的手机？ <span class="muted">Whose phone is this? (stand-in)</span></h1>
<form method="post" action="/connect/oauth2/authorize" class="card">
  <input type="hidden" name="redirect_uri" value="${back}">
  <input type="hidden" name="state" value="${asked.get("state") ?? ""}">
  ${followers.map(({ openId, name }) => html`<p><button name="openid" value="${openId}">${name}</button></p>`)}
  <p><button class="plain" name="openid" value="">拒绝 Refuse</button></p>
</form>`,
  });
}

/** What is wrong with the request for authorization, undefined for nothing. */
export function authorizeFlaw(asked: URLSearchParams, appId: string): string | undefined {
  if (asked.get("appid") !== appId) return "AppID 参数错误 (appid)";
  if (asked.get("response_type") !== "code") return "response_type must be code";
  if (!["snsapi_base", "snsapi_userinfo"].includes(asked.get("scope") ?? "")) return "Scope 参数错误 (scope)";
  return /^https?:\/\//.test(asked.get("redirect_uri") ?? "") ? undefined : "redirect_uri 参数错误";
}

export function grantCode(memory: Memory, openId: string, now: number): string {
  const code = randomBytes(16).toString("hex");
  memory.grants = [
    ...memory.grants.filter(({ issuedAt }) => issuedAt > now - lifetimeMs),
    { code, openId, issuedAt: now },
  ];
  return code;
}

/** The phone that a code stands for, once; else the errcode. */
export function redeem(memory: Memory, code: string, now: number): string | number {
  const grant = memory.grants.find((one) => one.code === code);
  memory.grants = memory.grants.filter((one) => one !== grant);
  if (!grant) return 40029;
  return grant.issuedAt > now - lifetimeMs ? grant.openId : 42003;
}
