import { getLocale, getTranslations } from "next-intl/server";
import { CommandButton } from "@/components/form/command-button";
import { CommandField } from "@/components/form/command-field";
import { CommandForm } from "@/components/form/command-form";
import { Card } from "@/components/ui/card";
import { Checkbox } from "@/components/ui/checkbox";
import { Fieldset } from "@/components/ui/fieldset";
import { Input, Textarea } from "@/components/ui/input";
import type { SaveDepartment } from "@/lib/domain/department-input";
import { redFlags } from "@/lib/domain/vocabulary/red-flags";
import { pick } from "@/lib/i18n/locale";
import { saveDepartment } from "./actions";

type Given = Omit<SaveDepartment, "id" | "reason"> & { readonly id: string };
type Name = Exclude<keyof Given, "id" | "revision" | "redFlagIds" | "isActive">;

/** A department as it is set; the reason goes into its history. */
export async function DepartmentForm({ given }: { given?: Given }) {
  const [t, common, locale] = await Promise.all([
    getTranslations("departments"),
    getTranslations("common"),
    getLocale(),
  ]);
  const shown = (name: Name) => {
    const value = given?.[name] ?? "";
    return Array.isArray(value) ? value.join(" ") : String(value);
  };
  const field = (name: Name, hint?: string) => (
    <CommandField name={name} label={t(`field.${name}`)} hint={hint}>
      <Input name={name} defaultValue={shown(name)} autoComplete="off" />
    </CommandField>
  );
  const count = (name: Name, hint?: string) => (
    <CommandField name={name} label={t(`field.${name}`)} hint={hint}>
      <Input name={name} type="number" min={0} defaultValue={shown(name)} />
    </CommandField>
  );
  const long = (name: Name, hint?: string) => (
    <CommandField name={name} label={t(`field.${name}`)} hint={hint}>
      <Textarea name={name} rows={3} defaultValue={shown(name)} />
    </CommandField>
  );
  return (
    <CommandForm
      action={saveDepartment}
      unreachable={common("unreachable")}
      label={t("edit")}
      doneHref={given ? undefined : "/admin/departments/:id"}
      doneNote={t("saved")}
      className="grid gap-5"
    >
      <input type="hidden" name="id" value={given?.id ?? ""} />
      <input type="hidden" name="revision" value={given?.revision ?? 0} />
      <Card className="grid gap-4 sm:grid-cols-2">
        {field("nameZh")}
        {field("nameEn")}
        {long("introZh")}
        {long("introEn")}
        {field("code", t("hint.code"))}
        {count("position")}
      </Card>
      <Card className="grid gap-4 sm:grid-cols-2">
        {count("minAgeMonths", t("hint.age"))}
        {count("maxAgeMonths", t("hint.age"))}
        {count("recordWindowDays", t("hint.window"))}
        <Checkbox name="isActive" label={t("field.isActive")} defaultChecked={given?.isActive ?? true} />
        {long("commonConditions", t("hint.common"))}
        {long("hardConditions", t("hint.hard"))}
      </Card>
      <Card>
        <Fieldset legend={t("field.redFlagIds")} className="gap-1">
          {redFlags.map(({ id, zh, en }) => (
            <Checkbox
              key={id}
              name="redFlagIds[]"
              value={id}
              label={pick(locale, zh, en)}
              defaultChecked={given?.redFlagIds.includes(id)}
            />
          ))}
        </Fieldset>
      </Card>
      <CommandField name="reason" label={t("reason")}>
        <Input name="reason" autoComplete="off" />
      </CommandField>
      <CommandButton>{t("save")}</CommandButton>
    </CommandForm>
  );
}
