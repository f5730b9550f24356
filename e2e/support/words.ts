import { readFileSync } from "node:fs";
import { createTranslator } from "use-intl/core";
import { namespaces } from "../../lib/i18n/namespaces";

export const languages = ["zh-CN", "en"] as const;
export type Language = (typeof languages)[number];

/** What is not about words is tried in one language a file, turn about: that each sentence stands in both is a gate of its own. */
export const turnAbout = (turn: number): readonly Language[] => languages.filter((_, index) => index === turn % 2);

const catalogue = (language: Language) =>
  Object.fromEntries(
    namespaces.map((name) => [name, JSON.parse(readFileSync(`lib/i18n/messages/${language}/${name}.json`, "utf8"))]),
  );

const rethrow = (error: Error) => {
  throw error;
};

/** The words on the screen: a journey runs in either language by the labels of the application itself. */
export function words(language: Language): (key: string, values?: Record<string, string | number>) => string {
  const t = createTranslator({
    locale: language,
    messages: catalogue(language),
    timeZone: "Asia/Shanghai",
    onError: rethrow,
  });
  return (key, values) => t(key, values);
}

export type Words = ReturnType<typeof words>;
