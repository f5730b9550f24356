import { getLocale, getTranslations } from "next-intl/server";
import { CommandButton } from "@/components/form/command-button";
import { CommandField } from "@/components/form/command-field";
import { CommandForm } from "@/components/form/command-form";
import { Badge } from "@/components/ui/badge";
import { Card, Section } from "@/components/ui/card";
import { Disclosure } from "@/components/ui/disclosure";
import { Input } from "@/components/ui/input";
import { formatDay, formatMoment } from "@/components/ui/moment";
import type { Tone } from "@/components/ui/tone";
import type { Difference } from "@/lib/domain/config";
import { pick } from "@/lib/i18n/locale";
import type { Version } from "@/lib/queries/admin/config";
import { planConfig, withdrawConfig } from "../actions";

const SHOWN = 100;

type State = "draft" | "planned" | "applied" | "withdrawn";
const stateOf = ({ fromDay, appliedAt, withdrawnAt }: Version): State => {
  if (withdrawnAt) return "withdrawn";
  if (appliedAt) return "applied";
  return fromDay ? "planned" : "draft";
};
const tones: Readonly<Record<State, Tone>> = {
  ...{ draft: "warning", planned: "info" },
  ...{ applied: "success", withdrawn: "neutral" },
};

/** Every version of a table: a draft with what it would change and the day it is to count from; what is in force can be taken back. */
export async function Versions({
  versions,
  today,
  said,
}: {
  versions: readonly Version[];
  today: string;
  said: (row: Readonly<Record<string, unknown>>) => string;
}) {
  const [t, common, locale] = await Promise.all([getTranslations("settings"), getTranslations("common"), getLocale()]);
  const unreachable = common("unreachable");
  const told = ({ before, after }: Difference) => {
    if (!before) return `+ ${after && said(after)}`;
    return after ? `${said(before)} → ${said(after)}` : `− ${said(before)}`;
  };
  return (
    <Section title={t("versions")}>
      {versions.length === 0 && <p className="text-ink-muted">{t("noVersions")}</p>}
      <ol className="grid gap-3">
        {versions.map((version) => {
          const state = stateOf(version);
          const { id, by, draftedAt, fromDay, reason, changes, rowCount, isLast } = version;
          return (
            <li key={id}>
              <Card className="grid gap-3">
                <h3 className="flex flex-wrap items-center gap-2 font-medium">
                  {formatMoment(draftedAt, locale)}
                  <Badge tone={tones[state]}>{t(`state.${state}`)}</Badge>
                </h3>
                <p className="text-ink-muted text-sm">
                  {by ? pick(locale, by.nameZh, by.nameEn) : "—"} · {t("rows", { count: rowCount })}
                  {fromDay && ` · ${t("from", { day: formatDay(fromDay, locale) })}`}
                  {reason && ` · ${reason}`}
                </p>
                {changes && (
                  <Disclosure summary={t("changes", { count: changes.length })} open={state === "draft"}>
                    <ul className="grid max-h-72 gap-1 overflow-y-auto text-sm">
                      {changes.slice(0, SHOWN).map((change) => (
                        <li key={change.key} className="break-words">
                          {told(change)}
                        </li>
                      ))}
                      {changes.length > SHOWN && <li>{t("more", { count: changes.length - SHOWN })}</li>}
                    </ul>
                  </Disclosure>
                )}
                {state === "draft" && (
                  <CommandForm
                    action={planConfig}
                    unreachable={unreachable}
                    label={t("plan.title")}
                    className="grid items-end gap-4 sm:grid-cols-[auto_1fr_auto]"
                  >
                    <input type="hidden" name="id" value={id} />
                    <CommandField name="fromDay" label={t("plan.fromDay")}>
                      <Input type="date" name="fromDay" min={today} defaultValue={today} />
                    </CommandField>
                    <CommandField name="reason" label={t("plan.reason")}>
                      <Input name="reason" maxLength={200} autoComplete="off" />
                    </CommandField>
                    <CommandButton>{t("plan.submit")}</CommandButton>
                  </CommandForm>
                )}
                {(state === "draft" || state === "planned" || isLast) && (
                  <CommandForm
                    action={withdrawConfig}
                    unreachable={unreachable}
                    label={t(`withdraw.${state as "draft"}`)}
                  >
                    <input type="hidden" name="id" value={id} />
                    <CommandButton variant="quiet" size="sm">
                      {t(`withdraw.${state as "draft"}`)}
                    </CommandButton>
                  </CommandForm>
                )}
              </Card>
            </li>
          );
        })}
      </ol>
    </Section>
  );
}
