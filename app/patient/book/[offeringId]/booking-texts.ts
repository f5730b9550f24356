import { getLocale, getTranslations } from "next-intl/server";
import { pictureTexts } from "@/components/form/picture-texts";
import { formatMoment } from "@/components/ui/moment";
import { hospital } from "@/lib/domain/vocabulary/hospital";
import { pick } from "@/lib/i18n/locale";

/** The texts of the booking form, for the browser: places such as `{n}` are filled there. */
export async function bookingTexts(mostPictures: number, acceptHours: number, keptAt: Date | undefined) {
  const [t, read, record, errors, common, locale] = await Promise.all([
    getTranslations("booking"),
    getTranslations("consent.read"),
    getTranslations("card"),
    getTranslations("errors"),
    getTranslations("common"),
    getLocale(),
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
    consentHint: read("hint"),
    consentEnd: read("end"),
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
    sessionTitle: t("session.title"),
    sessionMissing: errors("session_gone"),
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
    today: {
      question: t("today.question"),
      yes: t("safety.yes"),
      no: t("safety.no"),
      come: t("today.come"),
      where: [
        [t("today.address"), pick(locale, hospital.addressZh, hospital.addressEn)],
        [t("today.hours"), pick(locale, hospital.outpatientZh, hospital.outpatientEn)],
      ] as const,
      goOn: t("today.goOn"),
      call: t("today.call"),
    },
    draft: {
      saving: t("draft.saving"),
      saved: t.raw("draft.saved") as string,
      unreachable: t("draft.unreachable"),
      signedOut: t("draft.signedOut"),
      refused: t("draft.refused"),
      newer: t("draft.newer"),
      newerLead: t("draft.newerLead"),
      load: t("draft.load"),
      restored: keptAt ? t("draft.restored", { at: formatMoment(keptAt, locale) }) : "",
      restoredLead: t("draft.restoredLead"),
      discard: t("draft.discard"),
      discardSure: t("draft.discardSure"),
      keep: t("draft.keep"),
    },
    pictures: await pictureTexts(
      t("symptoms.pictures", { most: mostPictures }),
      t("symptoms.picturesHint"),
      mostPictures,
    ),
  };
}

export type BookingTexts = Awaited<ReturnType<typeof bookingTexts>>;
