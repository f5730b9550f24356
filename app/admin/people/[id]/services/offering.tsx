import { getLocale, getTranslations } from "next-intl/server";
import { CommandButton } from "@/components/form/command-button";
import { CommandField } from "@/components/form/command-field";
import { CommandForm } from "@/components/form/command-form";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { Checkbox } from "@/components/ui/checkbox";
import { Disclosure } from "@/components/ui/disclosure";
import { Input } from "@/components/ui/input";
import { formatDay } from "@/components/ui/moment";
import { formatFen } from "@/components/ui/price";
import type { DoctorOffering } from "@/lib/queries/admin/offerings";
import { setTerms, withdrawTerms } from "./actions";

const counts = ["acceptMinutes", "lengthMinutes", "turnLimit"] as const;

/** One service: what it costs and promises now, what is planned, and a form for what comes. */
export async function Offering({ offering, today }: { offering: DoctorOffering; today: string }) {
  const [t, terms, common, locale] = await Promise.all([
    getTranslations("offerings"),
    getTranslations("terms"),
    getTranslations("common"),
    getLocale(),
  ]);
  const name = `${terms(`service.${offering.service}`)} · ${terms(`channel.${offering.channel}`)}`;
  return (
    <Card className="grid gap-3">
      <h2 className="flex flex-wrap items-center gap-2 font-semibold">
        {name}
        <Badge tone={offering.isActive ? "success" : "neutral"}>{t(offering.isActive ? "open" : "closed")}</Badge>
        {offering.isRecorded && <Badge tone="info">{t("field.isRecorded")}</Badge>}
      </h2>
      <p>
        {t("now", {
          ...{ fee: formatFen(offering.feeFen, locale), accept: offering.acceptMinutes },
          ...{ length: offering.lengthMinutes, turns: offering.turnLimit },
        })}
      </p>
      {offering.terms.length > 0 && (
        <ul className="grid gap-2">
          {offering.terms.map(({ id, fromDay, feeFen, isActive, reason }) => (
            <li
              key={id}
              className="flex flex-wrap items-center justify-between gap-2 rounded-md bg-surface-sunken px-3 py-2"
            >
              <span>
                {t("planned", { day: formatDay(fromDay, locale), fee: formatFen(feeFen, locale) })}
                {!isActive && ` · ${t("closed")}`} · {reason}
              </span>
              <CommandForm action={withdrawTerms} unreachable={common("unreachable")} label={t("withdraw")}>
                <input type="hidden" name="termsId" value={id} />
                <CommandButton variant="quiet" size="sm">
                  {t("withdraw")}
                </CommandButton>
              </CommandForm>
            </li>
          ))}
        </ul>
      )}
      <Disclosure summary={t("change")}>
        <CommandForm
          action={setTerms}
          unreachable={common("unreachable")}
          label={`${t("change")}: ${name}`}
          doneNote={t("saved")}
          className="grid gap-4 sm:grid-cols-2"
        >
          <input type="hidden" name="offeringId" value={offering.id} />
          <CommandField name="fromDay" label={t("field.fromDay")} hint={t("hint.fromDay")}>
            <Input type="date" name="fromDay" min={today} defaultValue={today} />
          </CommandField>
          <CommandField name="feeFen" label={t("field.feeFen")}>
            <Input name="feeFen" inputMode="decimal" defaultValue={(offering.feeFen / 100).toFixed(2)} />
          </CommandField>
          {counts.map((field) => (
            <CommandField key={field} name={field} label={t(`field.${field}`)}>
              <Input type="number" min={1} name={field} defaultValue={offering[field]} />
            </CommandField>
          ))}
          <div>
            <Checkbox name="isActive" label={t("field.isActive")} defaultChecked={offering.isActive} />
            {offering.channel !== "text" && (
              <Checkbox name="isRecorded" label={t("field.isRecorded")} defaultChecked={offering.isRecorded} />
            )}
          </div>
          <CommandField name="reason" label={t("field.reason")}>
            <Input name="reason" autoComplete="off" />
          </CommandField>
          <div className="sm:col-span-2">
            <CommandButton>{t("save")}</CommandButton>
          </div>
        </CommandForm>
      </Disclosure>
    </Card>
  );
}
