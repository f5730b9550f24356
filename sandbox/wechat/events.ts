import { createHash, randomBytes } from "node:crypto";

export interface CallBack {
  readonly url: string;
  readonly token: string;
}

/** The query that WeChat signs a call-back with. */
export function signedQuery(token: string, now: number): URLSearchParams {
  const timestamp = String(Math.floor(now / 1000));
  const nonce = String(randomBytes(4).readUInt32BE());
  const signature = createHash("sha1").update([token, timestamp, nonce].sort().join("")).digest("hex");
  return new URLSearchParams({ signature, timestamp, nonce });
}

/** An event as XML: `subscribe`, `unsubscribe`, `VIEW` …; what the account answered, empty where it could not be reached. */
export async function sendEvent(
  { url, token }: CallBack,
  { openId, event, key = "" }: { openId: string; event: string; key?: string | undefined },
  now: number,
): Promise<string> {
  const body = `<xml><ToUserName><![CDATA[gh_standin]]></ToUserName><FromUserName><![CDATA[${openId}]]></FromUserName>
<CreateTime>${Math.floor(now / 1000)}</CreateTime><MsgType><![CDATA[event]]></MsgType><Event><![CDATA[${event}]]></Event>
<EventKey><![CDATA[${key}]]></EventKey></xml>`;
  try {
    const init = { method: "POST", body, headers: { "content-type": "text/xml" }, signal: AbortSignal.timeout(5_000) };
    const answer = await fetch(`${url}?${signedQuery(token, now)}`, init);
    return answer.ok ? await answer.text() : "";
  } catch {
    return "";
  }
}
