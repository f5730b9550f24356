import { getTranslations } from "next-intl/server";
import { CommandButton } from "@/components/form/command-button";
import { CommandForm } from "@/components/form/command-form";
import { AppLink } from "@/components/ui/button-link";
import type { Breakdown, ReportId } from "@/lib/domain/report";
import type { Period } from "@/lib/domain/report-period";
import { askReportFile } from "../actions";

interface Props {
  readonly report: ReportId;
  readonly breakdown: Breakdown;
  readonly period: Period;
  readonly what: "table" | "list";
  /** Of a list: the rows of one key only. */
  readonly only?: string | undefined;
}

/** Asks for what is on the screen as a file: written down, with a fresh second factor; the worker makes it. */
export async function ExportForms({ report, breakdown, period, what, only }: Props) {
  const t = await getTranslations("reports.file");
  const days = { firstDay: period.from, lastDay: period.to };
  const fields = { report, breakdown, ...days, what, ...(only !== undefined && { key: only }) };
  return (
    <div className="flex flex-wrap items-start gap-3">
      {(["csv", "xlsx"] as const).map((format) => (
        <CommandForm
          key={format}
          action={askReportFile}
          unreachable={t("unreachable")}
          label={t(format)}
          doneNote={t("asked")}
        >
          {Object.entries({ ...fields, format }).map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
          <CommandButton variant="secondary">{t(format)}</CommandButton>
        </CommandForm>
      ))}
      <p className="self-center">
        <AppLink href="/admin/reports/files">{t("toFiles")}</AppLink>
      </p>
    </div>
  );
}
