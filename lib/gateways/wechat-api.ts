import "server-only";
import { z } from "zod";
import { env } from "@/lib/env";

const TIMEOUT_MS = 5_000;
/** The token is fetched anew this long before it ends. */
const MARGIN_MS = 5 * 60_000;

const Token = z.object({ access_token: z.string(), expires_in: z.number() });
/** A refusal is an answer like any other, with a code that is not 0. */
const Answer = z.looseObject({ errcode: z.number().default(0) });
export type WechatAnswer = z.output<typeof Answer>;

let token: { value: string; until: number } | undefined;

/** One call of WeChat's server API, `path` with its query. Throws where there is no answer. */
export async function callWechat(path: string, body?: unknown): Promise<WechatAnswer> {
  const init = body === undefined ? {} : { method: "POST", body: JSON.stringify(body) };
  const response = await fetch(`${env().WECHAT_API_BASE}${path}`, { ...init, signal: AbortSignal.timeout(TIMEOUT_MS) });
  if (!response.ok) throw new Error(`WeChat answered ${response.status}`);
  return Answer.parse(await response.json());
}

async function accessToken(): Promise<string> {
  if (token && token.until > Date.now()) return token.value;
  const { WECHAT_APP_ID: appid, WECHAT_APP_SECRET: secret } = env();
  const answer = await callWechat("/cgi-bin/stable_token", { grant_type: "client_credential", appid, secret });
  const fresh = Token.safeParse(answer);
  if (!fresh.success) throw new Error(`WeChat gave no token: ${answer.errcode}`);
  token = { value: fresh.data.access_token, until: Date.now() + fresh.data.expires_in * 1000 - MARGIN_MS };
  return token.value;
}

const TOKEN_ENDED = new Set([40001, 40014, 42001]);

/** A call in the official account's name; a token that ended early is fetched anew, once. */
export async function callAsAccount(
  path: string,
  query: Record<string, string>,
  body?: unknown,
): Promise<WechatAnswer> {
  const ask = async () =>
    callWechat(`${path}?${new URLSearchParams({ access_token: await accessToken(), ...query })}`, body);
  const answer = await ask();
  if (!TOKEN_ENDED.has(answer.errcode)) return answer;
  token = undefined;
  return ask();
}
