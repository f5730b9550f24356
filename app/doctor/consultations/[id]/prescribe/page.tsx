import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { requireActor } from "@/lib/auth/actor";
import { pageTitle } from "@/lib/i18n/metadata";
import { prescribingDesk } from "@/lib/queries/doctor/prescribing-desk";
import { orNotFound } from "@/lib/web/or-not-found";
import { PadPage } from "../../../pad/pad-page";
import { prescribe } from "./actions";

export const generateMetadata = pageTitle("doctor", "pad.title");

export default async function PrescribePage({ params }: { params: Promise<{ id: string }> }) {
  const actor = await requireActor("doctor");
  const now = new Date();
  const { id } = await params;
  const desk = await orNotFound(prescribingDesk(actor, now, id));
  const { service, status, version } = desk.consultation;
  if (service !== "follow_up" || status !== "in_progress") redirect(`/doctor/consultations/${id}`);
  const t = await getTranslations("doctor.pad");
  return <PadPage desk={desk} title={t("title")} now={now} sign={prescribe} about={{ consultationId: id, version }} />;
}
