import type { AbstractIntlMessages } from "next-intl";
import type { Locale } from "./locale";
import { namespaces } from "./namespaces";

const loaded = new Map<Locale, Promise<AbstractIntlMessages>>();

async function read(locale: Locale): Promise<AbstractIntlMessages> {
  const files = await Promise.all(
    namespaces.map(async (name) => [name, (await import(`./messages/${locale}/${name}.json`)).default] as const),
  );
  return Object.fromEntries(files);
}

/** All messages of a language, read once a process. */
export function messagesFor(locale: Locale): Promise<AbstractIntlMessages> {
  const known = loaded.get(locale);
  if (known) return known;
  const fresh = read(locale);
  loaded.set(locale, fresh);
  return fresh;
}
