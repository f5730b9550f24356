import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";

/** The title of a portal's pages: the hospital's name, and the page's own before it where it sets one. */
export async function portalMetadata(): Promise<Metadata> {
  const t = await getTranslations("common");
  return { title: { default: t("hospital"), template: `%s · ${t("hospital")}` } };
}
