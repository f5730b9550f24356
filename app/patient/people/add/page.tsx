import { getTranslations } from "next-intl/server";
import { PageHeader } from "@/components/ui/page-header";
import { requireActor } from "@/lib/auth/actor";
import { shanghaiDay } from "@/lib/domain/calendar";
import { ownPath } from "@/lib/domain/own-path";
import { idDocuments, relations } from "@/lib/domain/patient-input";
import { pageTitle } from "@/lib/i18n/metadata";
import { AddForm } from "./add-form";

export const generateMetadata = pageTitle("patient", "add.title");

export default async function AddPatientPage({
  searchParams,
}: {
  searchParams: Promise<{ next?: string | string[] }>;
}) {
  await requireActor("patient");
  const next = ownPath((await searchParams).next, "/patient/");
  const [t, people, terms, common] = await Promise.all([
    getTranslations("patient.add"),
    getTranslations("people"),
    getTranslations("terms"),
    getTranslations("common"),
  ]);
  return (
    <>
      <PageHeader title={t("title")} lead={t("lead")} />
      <AddForm
        doneHref={`/patient/people/:id/card${next ? `?next=${encodeURIComponent(next)}` : ""}`}
        today={shanghaiDay(new Date())}
        relations={relations.map((value) => ({ value, label: terms(`relation.${value}`) }))}
        documents={idDocuments.map((value) => ({ value, label: terms(`idDocument.${value}`) }))}
        sexes={(["female", "male"] as const).map((value) => ({ value, label: terms(`sex.${value}`) }))}
        texts={{
          name: t("name"),
          nameHint: t("nameHint"),
          relation: t("relation"),
          document: t("document"),
          number: t("number"),
          numberHint: t("numberHint"),
          sex: t("sex"),
          birthDay: t("birthDay"),
          guardian: people("guardian"),
          afterwards: t("afterwards"),
          submit: t("submit"),
          unreachable: common("unreachable"),
        }}
      />
    </>
  );
}
