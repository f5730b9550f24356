import { getTranslations } from "next-intl/server";

/** The texts of the booking form, for the browser: places such as `{n}` are filled there. */
export async function bookingTexts(mostPictures: number, acceptHours: number) {
  const [t, record, errors, common] = await Promise.all([
    getTranslations("booking"),
    getTranslations("card"),
    getTranslations("errors"),
    getTranslations("common"),
  ]);
  return {
    steps: t("steps.label"),
    consentStep: t("steps.consent"),
    safetyStep: t("steps.safety"),
    symptomsStep: t("steps.symptoms"),
    confirmStep: t("steps.confirm"),
    visitTitle: t("visit.title"),
    agree: t("consent.agree"),
    consentVersion: t("consent.version"),
    consentMissing: errors("consent_missing"),
    safetyTitle: t("safety.title"),
    safetyLead: t("safety.lead"),
    yes: t("safety.yes"),
    no: t("safety.no"),
    answerMissing: errors("answer_missing"),
    stop: t("safety.stop"),
    stopLead: t("safety.stopLead"),
    call: t("safety.call"),
    answerAgain: t("safety.back"),
    symptomsTitle: t("symptoms.title"),
    symptomsLabel: t("symptoms.label"),
    symptomsHint: t("symptoms.hint"),
    symptomsLeft: t.raw("symptoms.left") as string,
    symptomsShort: errors("symptoms_too_short"),
    symptomsLong: errors("symptoms_too_long"),
    stillUploading: t("symptoms.stillUploading"),
    confirmTitle: t("confirm.title"),
    confirmVisit: t("confirm.visit"),
    confirmSymptoms: t("confirm.symptoms"),
    promise: t("confirm.promise", { hours: acceptHours }),
    urgent: t("confirm.urgent"),
    payWithin: t("confirm.payWithin"),
    submit: t("confirm.submit"),
    next: t("next"),
    previous: t("previous"),
    unreachable: common("unreachable"),
    wait: { title: record("wait.title"), lead: record("wait.lead"), retry: record("wait.retry") },
    pictures: {
      label: t("symptoms.pictures", { most: mostPictures }),
      hint: t("symptoms.picturesHint"),
      add: t("pictures.add"),
      picture: t.raw("pictures.picture") as string,
      remove: t.raw("pictures.remove") as string,
      uploading: t("pictures.uploading"),
      retry: t("pictures.retry"),
      tooMany: t("pictures.tooMany", { most: mostPictures }),
      tooLarge: errors("file_too_large"),
      unreachable: t("pictures.unreachable"),
    },
  };
}

export type BookingTexts = Awaited<ReturnType<typeof bookingTexts>>;
