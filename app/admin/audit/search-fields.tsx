import { getTranslations } from "next-intl/server";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { Checkbox } from "@/components/ui/checkbox";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import type { AuditSearch } from "@/lib/domain/audit-search";

/** A search that stands in the address. */
export async function SearchFields({ search }: { search: AuditSearch }) {
  const t = await getTranslations("audit.search");
  return (
    <form method="get" className="grid items-end gap-4 sm:grid-cols-2 xl:grid-cols-5">
      <Field label={t("staff")}>
        <Input name="staff" defaultValue={search.staff} autoComplete="off" />
      </Field>
      <Field label={t("patient")}>
        <Input name="patient" defaultValue={search.patient} autoComplete="off" />
      </Field>
      <Field label={t("action")}>
        <Input name="action" defaultValue={search.action} placeholder="prescription." autoComplete="off" />
      </Field>
      <Field label={t("from")}>
        <Input type="date" name="from" defaultValue={search.from} />
      </Field>
      <Field label={t("to")}>
        <Input type="date" name="to" defaultValue={search.to} />
      </Field>
      <Checkbox name="denied" value="1" label={t("denied")} defaultChecked={search.denied === "1"} />
      <div className="flex flex-wrap gap-2 sm:col-span-2">
        <Button type="submit">{t("submit")}</Button>
        <ButtonLink href="/admin/audit" variant="quiet">
          {t("clear")}
        </ButtonLink>
      </div>
    </form>
  );
}
