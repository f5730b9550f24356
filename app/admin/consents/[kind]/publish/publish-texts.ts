import { getTranslations } from "next-intl/server";

/** The words of the form, for the browser. */
export async function publishTexts() {
  const [t, read, desk, common] = await Promise.all([
    getTranslations("consent.publish"),
    getTranslations("consent.read"),
    getTranslations("consent.desk"),
    getTranslations("common"),
  ]);
  return {
    ...{ titleZh: t("titleZh"), titleEn: t("titleEn"), bodyZh: t("bodyZh"), bodyEn: t("bodyEn") },
    ...{ effectiveOn: t("effectiveOn"), effectiveHint: t("effectiveHint") },
    ...{ preview: t("preview"), previewLead: t("previewLead"), edit: t("edit"), submit: t("submit") },
    ...{ changes: t("changes"), unchanged: t("unchanged"), added: t("added"), removed: t("removed") },
    ...{ submitLead: t("submitLead"), hash: t("hash"), end: read("end") },
    ...{ chinese: desk("chinese"), english: desk("english"), unreachable: common("unreachable") },
  };
}

export type PublishTexts = Awaited<ReturnType<typeof publishTexts>>;
