import { z } from "zod";
import { type Faults, type Follower, isFollowing, type Memory, type Message, type Template } from "./account";

const body = z.object({
  touser: z.string(),
  template_id: z.string(),
  url: z.string().optional(),
  client_msg_id: z.string().max(32).optional(),
  data: z.record(z.string(), z.object({ value: z.union([z.string(), z.number()]).transform(String) })),
});

// "模板消息参数限制": how long a value may be, by the kind that its key begins with.
const longest: Record<string, number> = {
  thing: 20,
  character_string: 32,
  phone_number: 17,
  car_number: 8,
  number: 32,
};
const repeatMs = 600_000;
const remembered = 2_000;

export type Sent = { errcode: 0; msgid: number } | { errcode: number; errmsg: string };
type Account = { followers: Follower[]; templates: Template[] | undefined; memory: Memory; faults: Faults };

/** Sends one template message, or says with WeChat's own code why not. The access token has been checked. */
export function sendTemplateMessage(account: Account, given: unknown, now: number): Sent {
  const { followers, templates, memory, faults } = account;
  const parsed = body.safeParse(given);
  if (!parsed.success) return { errcode: 47001, errmsg: "data format error" };
  const { touser, template_id: templateId, url = "", client_msg_id: clientMsgId, data } = parsed.data;
  const follower = followers.find(({ openId }) => openId === touser);
  if (!follower) return { errcode: 40003, errmsg: "invalid openid" };
  const template = templates?.find(({ id }) => id === templateId);
  const isKnown = templates ? template !== undefined : /^[\w-]{1,64}$/.test(templateId);
  if (!isKnown) return { errcode: 40037, errmsg: "invalid template_id" };
  const flaw = dataFlaw(data, template);
  if (flaw) return { errcode: 47003, errmsg: `argument invalid! ${flaw}` };
  if (!isFollowing(follower, memory, faults)) return { errcode: 43004, errmsg: "require subscribe" };
  const earlier = clientMsgId && memory.messages.find((message) => isRepeat(message, touser, clientMsgId, now));
  if (earlier) return { errcode: 0, msgid: earlier.msgid };
  if (faults.quota === 0) return { errcode: 45009, errmsg: "reach max api daily quota limit" };
  if (faults.quota !== null) faults.quota -= 1;

  memory.lastMsgid += 1;
  const message: Message = {
    msgid: memory.lastMsgid,
    openId: touser,
    ...(clientMsgId !== undefined && { clientMsgId }),
    templateId,
    title: template?.title ?? templateId,
    url,
    fields: Object.entries(data).map(([key, { value }]) => ({ label: template?.fields[key] ?? key, value })),
    sentAt: new Date(now).toISOString(),
  };
  memory.messages = [message, ...memory.messages].slice(0, remembered);
  return { errcode: 0, msgid: message.msgid };
}

const isRepeat = (message: Message, openId: string, clientMsgId: string, now: number) =>
  message.openId === openId && message.clientMsgId === clientMsgId && now - Date.parse(message.sentAt) < repeatMs;

function dataFlaw(data: Record<string, { value: string }>, template: Template | undefined): string | undefined {
  for (const key of Object.keys(template?.fields ?? {})) if (!data[key]?.value) return `data.${key}.value is empty`;
  for (const [key, { value }] of Object.entries(data)) {
    if (value.trim() === "") return `data.${key}.value is empty`;
    const most = longest[key.replace(/\d+$/, "")] ?? 200;
    if ([...value].length > most) return `data.${key}.value invalid`;
  }
  return undefined;
}
