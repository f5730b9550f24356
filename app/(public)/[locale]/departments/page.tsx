import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { Avatar } from "@/components/ui/avatar";
import { formatFen } from "@/components/ui/price";
import { localeOfPath, pick } from "@/lib/i18n/locale";
import { publicDepartments } from "@/lib/queries/public/departments";

type Props = { params: Promise<{ locale: string }> };

/** Drawn when the first stranger asks, kept for a minute: whoever comes meanwhile gets a file. */
export const revalidate = 60;
export const generateStaticParams = () => [];

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = localeOfPath[(await params).locale] ?? "zh-CN";
  const t = await getTranslations({ locale, namespace: "public" });
  return { title: t("nav.departments") };
}

export default async function DepartmentsPage({ params }: Props) {
  const path = (await params).locale;
  const locale = localeOfPath[path] ?? "zh-CN";
  setRequestLocale(locale);
  const [t, term, departments] = await Promise.all([
    getTranslations({ locale, namespace: "public" }),
    getTranslations({ locale, namespace: "terms" }),
    publicDepartments(new Date()),
  ]);
  return (
    <div className="grid gap-10 pt-8">
      <h1 className="font-semibold text-3xl">{t("nav.departments")}</h1>
      {departments.map((department) => (
        <section key={department.id} aria-labelledby={department.code} className="grid gap-4">
          <div className="grid gap-1">
            <h2 id={department.code} className="font-semibold text-xl">
              {pick(locale, department.nameZh, department.nameEn)}
            </h2>
            <p className="max-w-prose text-ink-muted">{pick(locale, department.introZh, department.introEn)}</p>
          </div>
          <ul className="grid gap-3 md:grid-cols-2 lg:grid-cols-3">
            {department.doctors.map((doctor) => (
              <li key={doctor.id}>
                <a
                  href={`/${path}/doctors/${doctor.id}`}
                  className="flex h-full gap-3 rounded-lg border border-line bg-surface-raised p-4 hover:border-primary"
                >
                  <Avatar name={pick(locale, doctor.nameZh, doctor.nameEn)} />
                  <span className="grid min-w-0 content-start gap-0.5">
                    <span className="font-semibold">{pick(locale, doctor.nameZh, doctor.nameEn)}</span>
                    <span className="text-ink-muted text-sm">{term(`doctorTitle.${doctor.title}`)}</span>
                    <span className="text-sm">{pick(locale, doctor.specialtiesZh, doctor.specialtiesEn)}</span>
                    <span className="text-primary text-sm">
                      {doctor.isAccepting && doctor.offerings.length > 0
                        ? t("from", {
                            fee: formatFen(Math.min(...doctor.offerings.map(({ feeFen }) => feeFen)), locale),
                          })
                        : t("notAccepting")}
                    </span>
                  </span>
                </a>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
