import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { DoctorFigures } from "@/components/patient/doctor-figures";
import { OfferingCard } from "@/components/patient/offering-card";
import { Avatar } from "@/components/ui/avatar";
import { Badge } from "@/components/ui/badge";
import { Card, Section } from "@/components/ui/card";
import { DescriptionList } from "@/components/ui/description-list";
import { formatDay } from "@/components/ui/moment";
import { requireActor } from "@/lib/auth/actor";
import { isId } from "@/lib/domain/id";
import { pick } from "@/lib/i18n/locale";
import { pageTitle } from "@/lib/i18n/metadata";
import { doctorPage } from "@/lib/queries/patient/doctor";

export const generateMetadata = pageTitle("patient", "doctors.about");

export default async function DoctorPage({ params }: { params: Promise<{ id: string }> }) {
  await requireActor("patient");
  const { id } = await params;
  const doctor = isId(id) ? await doctorPage(new Date(), id) : null;
  if (!doctor) notFound();
  const [t, terms, locale] = await Promise.all([
    getTranslations("patient.doctors"),
    getTranslations("terms"),
    getLocale(),
  ]);
  const name = pick(locale, doctor.nameZh, doctor.nameEn);
  return (
    <div className="grid gap-6">
      <div className="flex items-center gap-4">
        <Avatar name={name} size="lg" />
        <div className="grid gap-0.5">
          <h1 className="font-semibold text-2xl">{name}</h1>
          <p className="text-ink-muted">
            {terms(`doctorTitle.${doctor.title}`)} · {pick(locale, doctor.department.nameZh, doctor.department.nameEn)}
          </p>
          <DoctorFigures {...doctor} />
          {!doctor.isAccepting && (
            <p>
              <Badge tone="warning">{t("paused")}</Badge>
            </p>
          )}
        </div>
      </div>
      <Section title={t("services")}>
        <ul className="grid gap-3">
          {doctor.offerings.map((offering) => (
            <li key={offering.id}>
              <OfferingCard offering={offering} isAccepting={doctor.isAccepting} />
            </li>
          ))}
        </ul>
      </Section>
      <Section title={t("about")}>
        <p>{pick(locale, doctor.introZh, doctor.introEn)}</p>
        <Card>
          <DescriptionList
            rows={[
              [t("specialties"), pick(locale, doctor.specialtiesZh, doctor.specialtiesEn)],
              [t("scope"), pick(locale, doctor.scopeZh, doctor.scopeEn)],
              [t("certificate"), doctor.certificateNo],
              [t("since"), formatDay(doctor.practisingSince, locale)],
            ]}
          />
        </Card>
      </Section>
    </div>
  );
}
