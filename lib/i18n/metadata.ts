import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import type { Namespace } from "./namespaces";

/** The title of a portal's pages: the hospital's name, and the page's own before it where it sets one. */
export async function portalMetadata(): Promise<Metadata> {
  const t = await getTranslations("common");
  return { icons: { icon: "/icon.svg" }, title: { default: t("hospital"), template: `%s · ${t("hospital")}` } };
}

/** The title of one page, out of the messages. */
export const pageTitle = (namespace: Namespace, key: string) => async (): Promise<Metadata> => {
  const t = await getTranslations(namespace);
  return { title: t(key) };
};
