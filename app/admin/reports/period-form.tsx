import { getTranslations } from "next-intl/server";
import { Button } from "@/components/ui/button";
import { AppLink } from "@/components/ui/button-link";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import type { Breakdown } from "@/lib/domain/report";
import { movingPeriods, type Period, periodBefore, periodOn } from "@/lib/domain/report-period";

interface Props {
  readonly address: string;
  readonly period: Period;
  readonly now: Date;
  /** Where a report can be broken down: by what, and what it is now. */
  readonly by?: { readonly all: readonly Breakdown[]; readonly chosen: Breakdown };
}

/** The period (and the breakdown), which stand in the address. */
export async function PeriodForm({ address, period, now, by }: Props) {
  const t = await getTranslations("reports");
  const kept: Record<string, string> = by ? { by: by.chosen } : {};
  return (
    <div className="grid gap-2">
      <form method="get" action={address} className="flex flex-wrap items-end gap-3">
        <Field label={t("period.from")}>
          <Input type="date" name="from" defaultValue={period.from} required />
        </Field>
        <Field label={t("period.to")}>
          <Input type="date" name="to" defaultValue={period.to} required />
        </Field>
        {by && (
          <Field label={t("period.by")}>
            <Select name="by" defaultValue={by.chosen}>
              {by.all.map((breakdown) => (
                <option key={breakdown} value={breakdown}>
                  {t(`by.${breakdown}`)}
                </option>
              ))}
            </Select>
          </Field>
        )}
        <Button type="submit" variant="secondary">
          {t("period.submit")}
        </Button>
      </form>
      <ul className="flex flex-wrap gap-x-4 gap-y-1 text-sm">
        {movingPeriods.map((moving) => (
          <li key={moving}>
            <AppLink href={`${address}?${new URLSearchParams({ ...periodOn(moving, now), ...kept })}`}>
              {t(`period.${moving}`)}
            </AppLink>
          </li>
        ))}
      </ul>
      <p className="text-ink-muted text-sm">{t("period.before", { ...periodBefore(period) })}</p>
    </div>
  );
}
