import { getLocale, getTranslations } from "next-intl/server";
import { CommandButton } from "@/components/form/command-button";
import { CommandChoice } from "@/components/form/command-choice";
import { CommandField } from "@/components/form/command-field";
import { CommandForm } from "@/components/form/command-form";
import { Badge } from "@/components/ui/badge";
import { AppLink } from "@/components/ui/button-link";
import { Card } from "@/components/ui/card";
import { DateTime } from "@/components/ui/date-time";
import { EmptyState } from "@/components/ui/empty-state";
import { Input } from "@/components/ui/input";
import { formatDay } from "@/components/ui/moment";
import { PageHeader } from "@/components/ui/page-header";
import { requireActor } from "@/lib/auth/actor";
import { pick } from "@/lib/i18n/locale";
import { pageTitle } from "@/lib/i18n/metadata";
import { returnedPacks } from "@/lib/queries/pharmacist/stock";
import { inspectReturned } from "../actions";

export const generateMetadata = pageTitle("pharmacist", "stock.returned");

/** R25: what came back, to be looked at before it goes to the shelf again or is destroyed. */
export default async function ReturnedPage() {
  await requireActor("pharmacist", "head_pharmacist");
  const [rows, t, common, locale] = await Promise.all([
    returnedPacks(),
    getTranslations("pharmacist.stock"),
    getTranslations("common"),
    getLocale(),
  ]);
  return (
    <div className="grid max-w-3xl gap-5">
      <PageHeader back={{ href: "/pharmacist/stock", label: t("title") }} title={t("returned")} lead={t("back.lead")} />
      {rows.length === 0 && <EmptyState title={t("back.none")} />}
      <ul className="grid gap-4">
        {rows.map(({ id, packs, cameBackAt, batch, orderItem }) => {
          const name = pick(locale, orderItem.medicine.nameZh, orderItem.medicine.nameEn);
          const title = t("batchOf", { name, number: batch.number });
          return (
            <li key={id}>
              <Card className="grid gap-3">
                <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
                  <h2 className="font-semibold">{title}</h2>
                  <span className="tabular-nums">
                    {t("packs")} {packs}
                  </span>
                  {batch.recalledAt && <Badge tone="danger">{t("recalled")}</Badge>}
                </div>
                <p className="flex flex-wrap gap-x-3 text-ink-muted text-sm">
                  <span>
                    {t("expires")} {formatDay(batch.expiresOn, locale)}
                  </span>
                  <span>
                    {t("back.since")} <DateTime at={cameBackAt} locale={locale} />
                  </span>
                  <AppLink href={`/pharmacist/orders/${orderItem.order.id}`}>{orderItem.order.number}</AppLink>
                </p>
                <CommandForm
                  action={inspectReturned}
                  unreachable={common("unreachable")}
                  label={title}
                  className="grid gap-3"
                >
                  <input type="hidden" name="returnedId" value={id} />
                  <CommandChoice
                    legend={t("back.outcome")}
                    name="outcome"
                    columns
                    options={(["restocked", "destroyed"] as const).map((value) => ({
                      value,
                      label: t(`back.${value}`),
                    }))}
                  />
                  <CommandField name="note" label={t("back.note")}>
                    <Input name="note" maxLength={200} autoComplete="off" />
                  </CommandField>
                  <span>
                    <CommandButton>{t("back.save")}</CommandButton>
                  </span>
                </CommandForm>
              </Card>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
