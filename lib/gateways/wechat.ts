import "server-only";
import { z } from "zod";
import { env } from "@/lib/env";

const TIMEOUT_MS = 5_000;
/** The token is fetched anew this long before it ends. */
const MARGIN_MS = 5 * 60_000;

const Token = z.object({ access_token: z.string(), expires_in: z.number() });
const Answer = z.object({ errcode: z.number(), errmsg: z.string().optional() });

let token: { value: string; until: number } | undefined;

async function call(path: string, init?: RequestInit): Promise<unknown> {
  const response = await fetch(`${env().WECHAT_API_BASE}${path}`, { ...init, signal: AbortSignal.timeout(TIMEOUT_MS) });
  if (!response.ok) throw new Error(`WeChat answered ${response.status}`);
  return response.json();
}

async function accessToken(): Promise<string> {
  if (token && token.until > Date.now()) return token.value;
  const { WECHAT_APP_ID, WECHAT_APP_SECRET } = env();
  const body = JSON.stringify({ grant_type: "client_credential", appid: WECHAT_APP_ID, secret: WECHAT_APP_SECRET });
  const fresh = Token.parse(await call("/cgi-bin/stable_token", { method: "POST", body }));
  token = { value: fresh.access_token, until: Date.now() + fresh.expires_in * 1000 - MARGIN_MS };
  return token.value;
}

const TOKEN_ENDED = new Set([40001, 40014, 42001]);
/** Not a follower any more, or an openid of another account: trying again changes nothing. */
const UNREACHABLE = new Set([43004, 40003]);

/**
 * Sends one template message of the official account: a title, a number and a time, and where it leads. Resolves "sent", or
 * "unreachable" for somebody who does not follow the account; throws where trying again can help.
 */
export async function sendTemplateMessage(message: {
  /** Sent twice with the same id, WeChat delivers it once. */
  id: string;
  openId: string;
  url: string;
  title: string;
  number: string;
  at: string;
}): Promise<"sent" | "unreachable"> {
  const body = JSON.stringify({
    touser: message.openId,
    template_id: env().WECHAT_TEMPLATE_ID,
    url: message.url,
    client_msg_id: message.id.replaceAll("-", ""),
    data: {
      thing1: { value: message.title.slice(0, 20) },
      character_string2: { value: message.number.slice(0, 32) },
      time3: { value: message.at },
    },
  });
  for (const isLastTry of [false, true]) {
    const path = `/cgi-bin/message/template/send?access_token=${encodeURIComponent(await accessToken())}`;
    const { errcode } = Answer.parse(await call(path, { method: "POST", body }));
    if (errcode === 0) return "sent";
    if (UNREACHABLE.has(errcode)) return "unreachable";
    if (isLastTry || !TOKEN_ENDED.has(errcode)) throw new Error(`WeChat refused with ${errcode}`);
    token = undefined;
  }
  return "unreachable";
}
