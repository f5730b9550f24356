import { getTranslations } from "next-intl/server";
import { CommandButton } from "@/components/form/command-button";
import { CommandField } from "@/components/form/command-field";
import { CommandForm } from "@/components/form/command-form";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { type Breakdown, guardedReport, type ReportId } from "@/lib/domain/report";
import { repetitions } from "@/lib/domain/report-input";
import { movingPeriods } from "@/lib/domain/report-period";
import { saveReport } from "../actions";

/** Keeps this report under a name, with a period that moves along, and perhaps made by the clock. */
export async function SaveForm({ report, breakdown }: { report: ReportId; breakdown: Breakdown }) {
  const [t, common] = await Promise.all([getTranslations("reports"), getTranslations("common")]);
  const repeats = report === guardedReport ? repetitions.slice(0, 1) : repetitions;
  return (
    <CommandForm
      action={saveReport}
      unreachable={common("unreachable")}
      label={t("saved.save")}
      doneNote={t("saved.done")}
      resetWhenDone
      className="grid items-end gap-4 sm:grid-cols-2 xl:grid-cols-5"
    >
      <input type="hidden" name="report" value={report} />
      <input type="hidden" name="breakdown" value={breakdown} />
      <CommandField name="name" label={t("saved.name")}>
        <Input name="name" maxLength={40} autoComplete="off" />
      </CommandField>
      <CommandField name="period" label={t("saved.period")}>
        <Select name="period">
          {movingPeriods.map((moving) => (
            <option key={moving} value={moving}>
              {t(`period.${moving}`)}
            </option>
          ))}
        </Select>
      </CommandField>
      <CommandField name="every" label={t("saved.every")}>
        <Select name="every">
          {repeats.map((every) => (
            <option key={every} value={every}>
              {t(`saved.repeat.${every}`)}
            </option>
          ))}
        </Select>
      </CommandField>
      <CommandField name="format" label={t("saved.format")}>
        <Select name="format">
          <option value="xlsx">{t("saved.xlsxName")}</option>
          <option value="csv">{t("saved.csvName")}</option>
        </Select>
      </CommandField>
      <CommandButton variant="secondary">{t("saved.submit")}</CommandButton>
    </CommandForm>
  );
}
