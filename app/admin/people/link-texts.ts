import { getTranslations } from "next-intl/server";
import type { LinkTexts } from "./invitation-link";

export async function linkTexts(): Promise<LinkTexts> {
  const [t, common] = await Promise.all([getTranslations("staff.link"), getTranslations("common")]);
  return {
    ready: t("ready"),
    lead: t("lead"),
    copy: t("copy"),
    copied: t("copied"),
    unreachable: common("unreachable"),
  };
}
