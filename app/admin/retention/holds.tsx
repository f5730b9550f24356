import { getLocale, getTranslations } from "next-intl/server";
import { CommandButton } from "@/components/form/command-button";
import { CommandField } from "@/components/form/command-field";
import { CommandForm } from "@/components/form/command-form";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { Input } from "@/components/ui/input";
import { formatMoment } from "@/components/ui/moment";
import { pick } from "@/lib/i18n/locale";
import type { HoldRow } from "@/lib/queries/admin/retention";
import { liftHold } from "./actions";

/** The holds that stand, then those that were lifted. */
export async function Holds({ rows, unreachable }: { rows: readonly HoldRow[]; unreachable: string }) {
  const [t, locale] = await Promise.all([getTranslations("retention"), getLocale()]);
  return (
    <ul className="grid gap-3">
      {rows.map(({ id, patient, reason, placedAt, liftedAt, liftReason, placer }) => (
        <li key={id}>
          <Card className="grid gap-2">
            <h3 className="flex flex-wrap items-center gap-2 font-medium">
              {patient}
              <Badge tone={liftedAt ? "neutral" : "warning"}>{t(liftedAt ? "hold.lifted" : "hold.stands")}</Badge>
            </h3>
            <p>{reason}</p>
            <p className="text-ink-muted text-sm">
              {t("asked", {
                name: pick(locale, placer.nameZh ?? "—", placer.nameEn ?? "—"),
                at: formatMoment(placedAt, locale),
              })}
              {liftedAt && ` · ${formatMoment(liftedAt, locale)} ${liftReason}`}
            </p>
            {!liftedAt && (
              <CommandForm
                action={liftHold}
                unreachable={unreachable}
                label={`${t("hold.lift")}: ${patient}`}
                className="flex flex-wrap items-end gap-3"
              >
                <input type="hidden" name="id" value={id} />
                <CommandField name="reason" label={t("hold.liftReason")}>
                  <Input name="reason" maxLength={500} autoComplete="off" />
                </CommandField>
                <CommandButton variant="secondary">{t("hold.lift")}</CommandButton>
              </CommandForm>
            )}
          </Card>
        </li>
      ))}
    </ul>
  );
}
