import { getLocale, getTranslations } from "next-intl/server";
import { Avatar } from "@/components/ui/avatar";
import { Badge } from "@/components/ui/badge";
import { AppLink } from "@/components/ui/button-link";
import { Card } from "@/components/ui/card";
import { Price } from "@/components/ui/price";
import { pick } from "@/lib/i18n/locale";
import type { FoundDoctor } from "@/lib/queries/patient/doctors";
import { DoctorFigures } from "./doctor-figures";

/** A doctor in a list: who, for what, and each service with its fee and the places that are left today. */
export async function DoctorCard({ doctor }: { doctor: FoundDoctor }) {
  const [t, terms, locale] = await Promise.all([
    getTranslations("patient.doctors"),
    getTranslations("terms"),
    getLocale(),
  ]);
  const name = pick(locale, doctor.nameZh, doctor.nameEn);
  return (
    <Card className="relative grid gap-3 hover:border-line-strong">
      <div className="flex gap-3">
        <Avatar name={name} />
        <div className="min-w-0 flex-1">
          <h3 className="font-semibold">
            <AppLink href={`/patient/doctors/${doctor.id}`} className="after:absolute after:inset-0 after:rounded-lg">
              {name}
            </AppLink>
          </h3>
          <p className="text-ink-muted text-sm">
            {terms(`doctorTitle.${doctor.title}`)} · {pick(locale, doctor.department.nameZh, doctor.department.nameEn)}
          </p>
        </div>
        {!doctor.isAccepting && <Badge tone="warning">{t("paused")}</Badge>}
      </div>
      <DoctorFigures {...doctor} />
      <p className="line-clamp-2 text-sm">{pick(locale, doctor.specialtiesZh, doctor.specialtiesEn)}</p>
      {doctor.isAccepting && (
        <ul className="grid gap-1 border-line border-t pt-2 text-sm">
          {doctor.offerings.map((offering) => (
            <li key={offering.id} className="flex items-baseline gap-2">
              <span className="min-w-0 flex-1">
                {terms(`service.${offering.service}`)} · {terms(`channel.${offering.channel}`)}
              </span>
              <span className="text-ink-muted text-xs">
                {t("placesLeft", { count: Math.max(offering.placesLeft, 0) })}
              </span>
              <Price fen={offering.feeFen} locale={locale} className="font-medium tabular-nums" />
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
