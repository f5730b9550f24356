import { getTranslations } from "next-intl/server";
import type { WaitTexts } from "./wait-for-record";

/** The texts of `WaitForRecord`, for the browser. */
export async function waitTexts(): Promise<WaitTexts> {
  const t = await getTranslations("card.wait");
  return { title: t("title"), lead: t("lead"), retry: t("retry") };
}
