import "server-only";
import { createHash, timingSafeEqual } from "node:crypto";
import { XMLBuilder, XMLParser } from "fast-xml-parser";
import { z } from "zod";
import { env } from "@/lib/env";
import { Refusal } from "@/lib/errors";

/** An older call-back is a recording. */
const FRESH_SECONDS = 300;

const sha1 = (text: string) => createHash("sha1").update(text).digest();

/** Checks a call-back's signature over token, timestamp and nonce, and its age; throws `bad_signature`. */
export function verifyWechat(query: URLSearchParams, now: Date): void {
  const timestamp = query.get("timestamp") ?? "";
  const parts = [env().WECHAT_TOKEN, timestamp, query.get("nonce") ?? ""].sort();
  const given = Buffer.from(query.get("signature") ?? "", "hex");
  const right = sha1(parts.join(""));
  const age = Math.abs(now.getTime() / 1000 - Number(timestamp));
  if (given.length !== right.length || !timingSafeEqual(given, right) || !(age <= FRESH_SECONDS))
    throw new Refusal("bad_signature");
}

const Event = z.object({
  ToUserName: z.string().min(1).max(128),
  FromUserName: z.string().min(1).max(128),
  CreateTime: z.coerce.number().int().positive().max(4_102_444_800),
  MsgType: z.string().max(40),
  Event: z.string().max(40).optional(),
});

export interface WechatEvent {
  readonly account: string;
  readonly openId: string;
  readonly at: Date;
  /** `subscribe`, `unsubscribe`, `scan`, `view` … for an event; else what kind of message was sent. */
  readonly kind: string;
}

const parser = new XMLParser({ processEntities: false, parseTagValue: false, ignoreAttributes: true });

/** An event or message of the official account, out of its XML. Throws `invalid_input`. */
export function readWechatEvent(raw: string): WechatEvent {
  if (/<!(DOCTYPE|ENTITY)/i.test(raw)) throw new Refusal("invalid_input");
  const read = z.object({ xml: Event }).safeParse(parsed(raw));
  if (!read.success) throw new Refusal("invalid_input");
  const { ToUserName, FromUserName, CreateTime, MsgType, Event: event } = read.data.xml;
  const kind = (MsgType === "event" ? (event ?? "") : MsgType).toLowerCase();
  return { account: ToUserName, openId: FromUserName, at: new Date(CreateTime * 1000), kind };
}

function parsed(raw: string): unknown {
  try {
    return parser.parse(raw);
  } catch {
    return null;
  }
}

const builder = new XMLBuilder({ cdataPropName: "cdata" });

/** The text that the official account answers with. */
export function textReply(to: WechatEvent, text: string, now: Date): string {
  const cdata = (value: string) => ({ cdata: value.replaceAll("]]>", "") });
  return builder.build({
    xml: {
      ToUserName: cdata(to.openId),
      FromUserName: cdata(to.account),
      CreateTime: Math.floor(now.getTime() / 1000),
      MsgType: cdata("text"),
      Content: cdata(text),
    },
  });
}
