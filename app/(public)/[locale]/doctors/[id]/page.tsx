import { notFound } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { DoctorFigures } from "@/components/patient/doctor-figures";
import { Avatar } from "@/components/ui/avatar";
import { buttonClass } from "@/components/ui/button";
import { DescriptionList } from "@/components/ui/description-list";
import { formatDay } from "@/components/ui/moment";
import { formatFen } from "@/components/ui/price";
import { dateColumn } from "@/lib/domain/calendar";
import { isId } from "@/lib/domain/id";
import { clock } from "@/lib/domain/schedule";
import { localeOfPath, pick } from "@/lib/i18n/locale";
import { doctorPage } from "@/lib/queries/patient/doctor";

type Props = { params: Promise<{ locale: string; id: string }> };

/** Drawn when the first stranger asks, kept for a minute: whoever comes meanwhile gets a file. Booking asks the database anyway. */
export const revalidate = 60;
export const generateStaticParams = () => [];

export default async function PublicDoctorPage({ params }: Props) {
  const { locale: path, id } = await params;
  const locale = localeOfPath[path] ?? "zh-CN";
  setRequestLocale(locale);
  const doctor = isId(id) ? await doctorPage(new Date(), id) : null;
  if (!doctor) notFound();
  const [t, term, words] = await Promise.all([
    getTranslations({ locale, namespace: "public" }),
    getTranslations({ locale, namespace: "terms" }),
    getTranslations({ locale, namespace: "patient.doctors" }),
  ]);
  const name = pick(locale, doctor.nameZh, doctor.nameEn);
  return (
    <article className="grid max-w-2xl gap-6 pt-8">
      <div className="flex items-center gap-4">
        <Avatar name={name} size="lg" />
        <div>
          <h1 className="font-semibold text-3xl">{name}</h1>
          <p className="text-ink-muted">
            {term(`doctorTitle.${doctor.title}`)} · {pick(locale, doctor.department.nameZh, doctor.department.nameEn)}
          </p>
          <DoctorFigures {...doctor} />
        </div>
      </div>
      <p>{pick(locale, doctor.introZh, doctor.introEn)}</p>
      <DescriptionList
        rows={[
          [t("doctor.specialties"), pick(locale, doctor.specialtiesZh, doctor.specialtiesEn)],
          [t("doctor.scope"), pick(locale, doctor.scopeZh, doctor.scopeEn)],
          [t("doctor.certificate"), doctor.certificateNo],
          [t("doctor.since"), formatDay(doctor.practisingSince, locale)],
        ]}
      />
      <ul className="grid gap-2">
        {doctor.offerings.map((offering) => (
          <li
            key={offering.id}
            className="flex justify-between gap-4 rounded-md border border-line bg-surface-raised px-4 py-3"
          >
            <span className="grid gap-0.5">
              {term(`service.${offering.service}`)} · {term(`channel.${offering.channel}`)}
              {doctor.isAccepting && (
                <span className="text-ink-muted text-sm">
                  {words("placesLeft", { count: Math.max(offering.placesLeft, 0) })}
                  {offering.placesLeft <= 0 &&
                    offering.nextDay &&
                    offering.nextFrom !== null &&
                    ` · ${words("next", { at: `${formatDay(dateColumn(offering.nextDay), locale)} ${clock(offering.nextFrom)}` })}`}
                </span>
              )}
            </span>
            <span className="font-medium tabular-nums">{formatFen(offering.feeFen, locale)}</span>
          </li>
        ))}
      </ul>
      {doctor.isAccepting ? (
        <a className={buttonClass("next", "lg")} href={`/patient/doctors/${id}`}>
          {t("doctor.book")}
        </a>
      ) : (
        <p className="text-ink-muted">{t("notAccepting")}</p>
      )}
    </article>
  );
}
