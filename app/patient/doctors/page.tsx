import { getLocale, getTranslations } from "next-intl/server";
import { DoctorCard } from "@/components/patient/doctor-card";
import { AppLink } from "@/components/ui/button-link";
import { Card, Section } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { requireActor } from "@/lib/auth/actor";
import { readSearch, searchHref } from "@/lib/domain/doctor-search";
import { pick } from "@/lib/i18n/locale";
import { pageTitle } from "@/lib/i18n/metadata";
import { findDoctors } from "@/lib/queries/patient/doctors";
import { SearchBox } from "./search-box";

export const generateMetadata = pageTitle("patient", "doctors.title");

export default async function DoctorsPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  await requireActor("patient");
  const wanted = readSearch(await searchParams);
  const [found, t, terms, locale] = await Promise.all([
    findDoctors(new Date(), wanted),
    getTranslations("patient.doctors"),
    getTranslations("terms"),
    getLocale(),
  ]);
  const department = found.departments.find(({ code }) => code === wanted.department);
  return (
    <div className="grid gap-5">
      <PageHeader title={t("title")} lead={wanted.service && terms(`service.${wanted.service}`)} />
      <SearchBox wanted={wanted} />
      {found.doctors && (
        <Section
          title={
            department
              ? pick(locale, department.nameZh, department.nameEn)
              : t("found", { count: found.doctors.length })
          }
          actions={<AppLink href={searchHref({ service: wanted.service })}>{t("all")}</AppLink>}
        >
          {found.doctors.length === 0 && <EmptyState title={t("none")}>{t("noneLead")}</EmptyState>}
          <ul className="grid gap-3">
            {found.doctors.map((doctor) => (
              <li key={doctor.id}>
                <DoctorCard doctor={doctor} />
              </li>
            ))}
          </ul>
        </Section>
      )}
      {!found.doctors && (
        <Section title={t("departments")}>
          <ul className="grid gap-2 sm:grid-cols-2">
            {found.departments.map(({ code, nameZh, nameEn, introZh, introEn }) => (
              <li key={code}>
                <Card className="relative grid h-full content-start gap-1 hover:border-line-strong">
                  <AppLink
                    href={searchHref({ ...wanted, department: code })}
                    className="font-semibold after:absolute after:inset-0 after:rounded-lg"
                  >
                    {pick(locale, nameZh, nameEn)}
                  </AppLink>
                  <p className="line-clamp-2 text-ink-muted text-sm">{pick(locale, introZh, introEn)}</p>
                </Card>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </div>
  );
}
