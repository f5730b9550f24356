import { createTranslator } from "use-intl/core";
import { isLocale } from "./locale";
import { messagesFor } from "./messages";

/** The title of a notice in the receiver's language, outside a request. */
export async function noticeTitle(locale: string, kind: string): Promise<string> {
  const language = isLocale(locale) ? locale : "zh-CN";
  const t = createTranslator({ locale: language, messages: await messagesFor(language), namespace: "notices" });
  return t(`${kind}.title`);
}
