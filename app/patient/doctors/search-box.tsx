import { getTranslations } from "next-intl/server";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";
import type { DoctorSearch } from "@/lib/domain/doctor-search";

/** A search that needs no script: the words become part of the address. */
export async function SearchBox({ wanted }: { wanted: DoctorSearch }) {
  const t = await getTranslations("patient.doctors");
  return (
    <search>
      <form action="/patient/doctors" className="grid gap-1.5">
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
          {wanted.service && <input type="hidden" name="service" value={wanted.service} />}
          <Button type="submit" variant="secondary" className="shrink-0">
            {t("submit")}
          </Button>
        </div>
      </form>
    </search>
  );
}
