import { cookies, headers } from "next/headers";
import { getRequestConfig } from "next-intl/server";
import { isLocale, LOCALE_COOKIE, type Locale, preferredLocale } from "./locale";
import { messagesFor } from "./messages";

async function localeOfReader(): Promise<Locale> {
  const chosen = (await cookies()).get(LOCALE_COOKIE)?.value;
  return isLocale(chosen) ? chosen : preferredLocale((await headers()).get("accept-language"));
}

export default getRequestConfig(async ({ requestLocale }) => {
  const fromPath = await requestLocale;
  const locale = isLocale(fromPath) ? fromPath : await localeOfReader();
  return { locale, messages: await messagesFor(locale), timeZone: "Asia/Shanghai" };
});
