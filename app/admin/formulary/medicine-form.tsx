import { getLocale, getTranslations } from "next-intl/server";
import { CommandButton } from "@/components/form/command-button";
import { CommandCheckbox } from "@/components/form/command-checkbox";
import { CommandField } from "@/components/form/command-field";
import { CommandForm } from "@/components/form/command-form";
import { Input, Textarea } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { controlledClasses, type MedicineFields } from "@/lib/domain/formulary-input";
import { doseUnits } from "@/lib/domain/vocabulary/dose-units";
import { forms } from "@/lib/domain/vocabulary/forms";
import { frequencies } from "@/lib/domain/vocabulary/frequencies";
import { pick } from "@/lib/i18n/locale";
import { saveMedicine } from "./actions";

type Name = keyof MedicineFields;
type Given = Partial<MedicineFields>;

const groups: readonly { readonly title: string; readonly fields: readonly Name[] }[] = [
  {
    title: "names",
    fields: ["nameZh", "nameEn", "tradeNameZh", "tradeNameEn", "ingredients", "atc", "licenceNo", "manufacturerZh"],
  },
  {
    title: "pack",
    fields: [
      "form",
      "strengthZh",
      "strengthEn",
      "doseUnit",
      "packSize",
      "packZh",
      "packEn",
      "packGrams",
      "gtin",
      "priceFen",
      "routes",
    ],
  },
  {
    title: "label",
    fields: [
      "usualDose",
      "usualFrequency",
      "maxSingleDose",
      "maxDailyDose",
      "minAgeMonths",
      "maxCourseDays",
      "doseRanges",
    ],
  },
  { title: "words", fields: ["purposeZh", "purposeEn", "avoidZh", "avoidEn", "storageZh", "storageEn"] },
];
const flags = [
  ...(["isAntimicrobial", "isHighAlert", "isRefrigerated", "isInjection", "isGlucoseLowering"] as const),
  ...(["isHospitalMade", "isTcmPiece", "isMailBlocked", "isActive"] as const),
] as const;
const long: ReadonlySet<Name> = new Set<Name>([
  "doseRanges",
  "purposeZh",
  "purposeEn",
  "avoidZh",
  "avoidEn",
  "storageZh",
  "storageEn",
]);

const shown = (value: unknown) => (Array.isArray(value) ? value.join("; ") : String(value ?? ""));

/** A medicine of the formulary as it is written down; the reason goes into its history. */
export async function MedicineForm({ given, revision }: { given: Given; revision: number }) {
  const [t, terms, common, locale] = await Promise.all([
    getTranslations("formulary"),
    getTranslations("terms"),
    getTranslations("common"),
    getLocale(),
  ]);
  const options: Partial<Record<Name, readonly (readonly [value: string, label: string])[]>> = {
    form: forms.map(({ code, zh, en }) => [code, pick(locale, zh, en)] as const),
    doseUnit: doseUnits.map(({ code, zh, en }) => [code, pick(locale, zh, en)] as const),
    usualFrequency: frequencies.map(({ code, zh, en }) => [code, pick(locale, zh, en)] as const),
    controlledClass: controlledClasses.map((each) => [
      each,
      each === "none" ? t("none_") : terms(`controlledClass.${each}`),
    ]),
  };
  const control = (name: Name) => {
    const choices = options[name];
    if (choices)
      return (
        <Select name={name} defaultValue={shown(given[name])}>
          {choices.map(([value, label]) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </Select>
      );
    if (long.has(name)) return <Textarea name={name} rows={2} maxLength={2000} defaultValue={shown(given[name])} />;
    return <Input name={name} defaultValue={shown(given[name])} />;
  };
  return (
    <CommandForm
      action={saveMedicine}
      unreachable={common("unreachable")}
      label={t("edit")}
      doneHref="/admin/formulary/:id"
      className="grid gap-6"
    >
      <input type="hidden" name="revision" value={revision} />
      {given.code ? (
        <input type="hidden" name="code" value={given.code} />
      ) : (
        <CommandField name="code" label={t("field.code")}>
          <Input name="code" maxLength={20} />
        </CommandField>
      )}
      {groups.map(({ title, fields }) => (
        <fieldset key={title} className="grid gap-3 sm:grid-cols-2">
          <legend className="mb-2 font-semibold text-lg">{t(`group.${title}`)}</legend>
          {fields.map((name) => (
            <CommandField
              key={name}
              name={name}
              label={t(`field.${name}`)}
              hint={name === "doseRanges" ? t("doseRangesHint") : undefined}
            >
              {control(name)}
            </CommandField>
          ))}
        </fieldset>
      ))}
      <fieldset className="grid gap-x-4 sm:grid-cols-2">
        <legend className="mb-2 font-semibold text-lg">{t("group.flags")}</legend>
        <CommandField name="controlledClass" label={t("field.controlledClass")}>
          {control("controlledClass")}
        </CommandField>
        {flags.map((name) => (
          <CommandCheckbox
            key={name}
            name={name}
            value="true"
            label={t(`field.${name}`)}
            defaultChecked={given[name] === true}
          />
        ))}
      </fieldset>
      <CommandField name="reason" label={t("reason")}>
        <Input name="reason" maxLength={200} />
      </CommandField>
      <CommandButton variant="next" size="lg">
        {t("save")}
      </CommandButton>
    </CommandForm>
  );
}
