import { getTranslations } from "next-intl/server";
import { Button } from "@/components/ui/button";
import { AppLink } from "@/components/ui/button-link";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { type DoctorSearch, feeSteps, ratingSteps, searchHref, whens } from "@/lib/domain/doctor-search";
import { doctorTitles } from "@/lib/domain/staff-input";

const filters = ["service", "title", "fee", "rating", "when"] as const;

/** A search that needs no script: words and filters become part of the address. */
export async function SearchBox({ wanted }: { wanted: DoctorSearch }) {
  const [t, terms] = await Promise.all([getTranslations("patient.doctors"), getTranslations("terms")]);
  const wordsOf = {
    service: (value: string) => terms(`service.${value as "follow_up"}`),
    title: (value: string) => terms(`doctorTitle.${value as "chief_physician"}`),
    fee: (value: string) => t("filter.feeOf", { yuan: value }),
    rating: (value: string) => t("filter.ratingOf", { stars: value }),
    when: (value: string) => t(`filter.${value as "today"}`),
  };
  const choices = {
    service: ["follow_up", "consultation"],
    title: doctorTitles,
    fee: feeSteps.map(String),
    rating: ratingSteps.map(String),
    when: whens,
  } satisfies Record<(typeof filters)[number], readonly string[]>;
  const chosen = filters.filter((name) => wanted[name] !== undefined);
  return (
    <search className="grid gap-3">
      <form action="/patient/doctors" className="grid gap-3">
        <div className="grid gap-1.5">
          <label htmlFor="doctor-search" className="font-medium">
            {t("search")}
          </label>
          <div className="flex gap-2">
            <Input
              id="doctor-search"
              type="search"
              name="q"
              defaultValue={wanted.text}
              maxLength={40}
              placeholder={t("searchHint")}
            />
            <Button type="submit" variant="secondary" className="shrink-0">
              {t("submit")}
            </Button>
          </div>
        </div>
        {wanted.department && <input type="hidden" name="department" value={wanted.department} />}
        <details open={chosen.some((name) => name !== "service")}>
          <summary className="inline-flex min-h-11 cursor-pointer items-center font-medium text-primary">
            {t("filter.heading")}
          </summary>
          <div className="grid gap-3 pt-1 sm:grid-cols-2">
            {filters.map((name) => (
              <Field key={name} label={t(`filter.${name}`)}>
                <Select name={name} defaultValue={String(wanted[name] ?? "")}>
                  <option value="">{t("filter.any")}</option>
                  {choices[name].map((value) => (
                    <option key={value} value={value}>
                      {wordsOf[name](value)}
                    </option>
                  ))}
                </Select>
              </Field>
            ))}
            <Button type="submit" variant="primary" className="self-end">
              {t("filter.apply")}
            </Button>
          </div>
        </details>
      </form>
      {chosen.length > 0 && (
        <ul className="flex flex-wrap gap-2" aria-label={t("filter.chosen")}>
          {chosen.map((name) => (
            <li key={name}>
              <AppLink
                href={searchHref({ ...wanted, [name]: undefined })}
                className="inline-flex min-h-9 items-center gap-1 rounded-full bg-primary-tint px-3 text-primary-tint-ink text-sm pointer-coarse:min-h-11"
              >
                {wordsOf[name](String(wanted[name]))} <span aria-hidden="true">×</span>
                <span className="sr-only">{t("filter.remove")}</span>
              </AppLink>
            </li>
          ))}
        </ul>
      )}
    </search>
  );
}
