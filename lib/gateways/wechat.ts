import "server-only";
import { z } from "zod";
import { env } from "@/lib/env";
import { callAsAccount, callWechat } from "./wechat-api";

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
  const { errcode } = await callAsAccount(
    "/cgi-bin/message/template/send",
    {},
    {
      touser: message.openId,
      template_id: env().WECHAT_TEMPLATE_ID,
      url: message.url,
      client_msg_id: message.id.replaceAll("-", ""),
      data: {
        thing1: { value: message.title.slice(0, 20) },
        character_string2: { value: message.number.slice(0, 32) },
        time3: { value: message.at },
      },
    },
  );
  if (errcode === 0) return "sent";
  if (UNREACHABLE.has(errcode)) return "unreachable";
  throw new Error(`WeChat refused with ${errcode}`);
}

/** Where WeChat asks whose phone it is (web authorization, `snsapi_base`: no question to the person). */
export const authorizeAddress = () => `${env().WECHAT_OAUTH_BASE}/connect/oauth2/authorize#wechat_redirect`;

/** Whose phone it is, for the code that web authorization sent; the code serves once. Throws where WeChat refuses it. */
export async function openIdOf(code: string): Promise<string> {
  const { WECHAT_APP_ID: appid, WECHAT_APP_SECRET: secret } = env();
  const query = new URLSearchParams({ appid, secret, code, grant_type: "authorization_code" });
  const answer = await callWechat(`/sns/oauth2/access_token?${query}`);
  const known = z.object({ openid: z.string().min(1).max(128) }).safeParse(answer);
  if (!known.success) throw new Error(`WeChat refused the code with ${answer.errcode}`);
  return known.data.openid;
}

/** Whether somebody follows the official account now. */
export async function isFollower(openId: string): Promise<boolean> {
  const answer = await callAsAccount("/cgi-bin/user/info", { openid: openId });
  if (answer.errcode !== 0) throw new Error(`WeChat refused with ${answer.errcode}`);
  return answer.subscribe === 1;
}

let followCode: string | undefined;

/** What the QR code for following the official account says; it never ends, and is asked for once. */
export async function followAddress(): Promise<string> {
  if (followCode) return followCode;
  const scene = { action_name: "QR_LIMIT_STR_SCENE", action_info: { scene: { scene_str: "internet-hospital" } } };
  const answer = await callAsAccount("/cgi-bin/qrcode/create", {}, scene);
  const made = z.object({ url: z.string().min(1) }).safeParse(answer);
  if (!made.success) throw new Error(`WeChat made no QR code: ${answer.errcode}`);
  followCode = made.data.url;
  return followCode;
}

/** One entry of the account's menu: it opens an address, or holds further entries. */
export interface MenuButton {
  readonly name: string;
  readonly url?: string;
  readonly sub_button?: readonly MenuButton[];
}

const Button: z.ZodType<MenuButton> = z.object({
  name: z.string(),
  url: z.string().optional(),
  get sub_button() {
    return z.array(Button).optional();
  },
});
const NO_MENU = 46003;

/** The menu that followers see; null where none was published. */
export async function publishedMenu(): Promise<MenuButton[] | null> {
  const answer = await callAsAccount("/cgi-bin/menu/get", {});
  if (answer.errcode === NO_MENU) return null;
  const menu = z.object({ menu: z.object({ button: z.array(Button) }) }).safeParse(answer);
  if (!menu.success) throw new Error(`WeChat refused with ${answer.errcode}`);
  return menu.data.menu.button;
}

/** Publishes a menu in the place of the one before. */
export async function publishMenu(buttons: readonly MenuButton[]): Promise<void> {
  const typed = (button: MenuButton): object =>
    button.sub_button
      ? { name: button.name, sub_button: button.sub_button.map(typed) }
      : { type: "view", name: button.name, url: button.url };
  const { errcode } = await callAsAccount("/cgi-bin/menu/create", {}, { button: buttons.map(typed) });
  if (errcode !== 0) throw new Error(`WeChat refused the menu with ${errcode}`);
}
