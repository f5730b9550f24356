import { createTranslator } from "use-intl/core";
import { isLocale } from "./locale";
import { messagesFor } from "./messages";

type Words = (key: string, values: Readonly<Record<string, string>>) => string;

/** What the official account says by itself, in a follower's language, outside a request. */
export async function wechatText(locale: string, kind: "welcome" | "help", links: { home: string; bind: string }) {
  const language = isLocale(locale) ? locale : "zh-CN";
  const shared = { locale: language, messages: await messagesFor(language) };
  const t = createTranslator({ ...shared, namespace: "wechat.reply" }) as unknown as Words;
  return t(kind, links);
}
