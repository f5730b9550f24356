export const locales = ["zh-CN", "en"] as const;
export type Locale = (typeof locales)[number];

/** Public pages carry the language in their path: /zh and /en. */
export const localeOfPath: Record<string, Locale> = { zh: "zh-CN", en: "en" };
export const pathOfLocale: Record<Locale, "zh" | "en"> = { "zh-CN": "zh", en: "en" };

export const LOCALE_COOKIE = "locale";

export const isLocale = (value: string | undefined): value is Locale => value === "zh-CN" || value === "en";

/** The first language of an Accept-Language header that we speak; Chinese where it names none. */
export function preferredLocale(acceptLanguage: string | null): Locale {
  for (const part of (acceptLanguage ?? "").split(",")) {
    const tag = part.split(";")[0]?.trim().toLowerCase() ?? "";
    if (tag.startsWith("zh")) return "zh-CN";
    if (tag.startsWith("en")) return "en";
  }
  return "zh-CN";
}

/** The text in the reader's language out of a pair of columns such as nameZh and nameEn. */
export const pick = (locale: string, zh: string, en: string): string => (locale === "en" ? en : zh);
