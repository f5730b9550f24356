import { getLocale, getTranslations } from "next-intl/server";
import { CommandButton } from "@/components/form/command-button";
import { CommandForm } from "@/components/form/command-form";
import { Alert } from "@/components/ui/alert";
import { Card } from "@/components/ui/card";
import { DescriptionList } from "@/components/ui/description-list";
import { formatDay, formatMoment } from "@/components/ui/moment";
import type { ChainStanding } from "@/lib/queries/admin/audit";
import { verifyAudit } from "./actions";

/** Whether the audit is whole: how far its chain reaches, and what the last walk along it found. */
export async function Chain({ standing }: { standing: ChainStanding }) {
  const [t, common, locale] = await Promise.all([
    getTranslations("audit.chain"),
    getTranslations("common"),
    getLocale(),
  ]);
  const { linked, anchors, check } = standing;
  const faults = check?.faults ?? [];
  const number = new Intl.NumberFormat(locale);
  return (
    <Card className="grid gap-4">
      {faults.length > 0 && (
        <Alert tone="danger" title={t("broken", { count: faults.length })}>
          <ul>
            {faults.slice(0, 10).map(({ kind, seq, eventId }) => (
              <li key={`${kind} ${seq} ${eventId}`}>
                {t("fault", { what: t(`faults.${kind}`), place: seq ?? "—", row: eventId ?? "—" })}
              </li>
            ))}
          </ul>
        </Alert>
      )}
      <DescriptionList
        columns
        rows={[
          [t("linked"), number.format(linked)],
          [
            t("anchored"),
            anchors.map(({ day, seq }) => `${formatDay(new Date(day), locale)}: ${number.format(seq)}`).join(" · ") ||
              t("notYet"),
          ],
          [
            t("checked"),
            check
              ? t("checkedAt", {
                  when: formatMoment(new Date(check.at), locale),
                  count: check.checked,
                  faults: faults.length,
                })
              : t("notYet"),
          ],
        ]}
      />
      <CommandForm action={verifyAudit} unreachable={common("unreachable")} label={t("verify")}>
        <CommandButton variant="secondary">{t("verify")}</CommandButton>
      </CommandForm>
    </Card>
  );
}
