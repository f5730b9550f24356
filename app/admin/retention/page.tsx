import { getLocale, getTranslations } from "next-intl/server";
import { CommandButton } from "@/components/form/command-button";
import { CommandField } from "@/components/form/command-field";
import { CommandForm } from "@/components/form/command-form";
import { Card, Section } from "@/components/ui/card";
import { DataTable } from "@/components/ui/data-table";
import { Disclosure } from "@/components/ui/disclosure";
import { Input } from "@/components/ui/input";
import { PageHeader } from "@/components/ui/page-header";
import { Select } from "@/components/ui/select";
import { requireActor } from "@/lib/auth/actor";
import { keptKinds, retention } from "@/lib/domain/retention";
import { destroyableKinds } from "@/lib/domain/retention-input";
import { citation, titleOf } from "@/lib/domain/rules";
import { pageTitle } from "@/lib/i18n/metadata";
import { retentionDesk } from "@/lib/queries/admin/retention";
import { placeHold, proposeDestruction } from "./actions";
import { Holds } from "./holds";
import { Register } from "./register";

export const generateMetadata = pageTitle("retention", "title");

const iso = (date: Date) => date.toISOString().slice(0, 10);

/** R28: for how long what is kept, what may go, who let what go, and what must stay. */
export default async function RetentionPage() {
  const actor = await requireActor("admin", "auditor");
  const [{ counts, destructions, holds, lastDays }, t, common, locale] = await Promise.all([
    retentionDesk(new Date()),
    getTranslations("retention"),
    getTranslations("common"),
    getLocale(),
  ]);
  const unreachable = common("unreachable");
  return (
    <div className="grid gap-8">
      <PageHeader title={t("title")} lead={t("lead", { citation: citation("R28", locale).text })} />
      <Section title={t("terms")}>
        <DataTable
          caption={t("terms")}
          rows={keptKinds.map((kind) => ({ kind, ...retention[kind] }))}
          rowKey={({ kind }) => kind}
          columns={[
            { id: "kind", head: t("kind"), cell: ({ kind }) => t(`kinds.${kind}`) },
            { id: "years", head: t("years"), numeric: true, cell: ({ years }) => t("count", { years }) },
            { id: "source", head: t("source"), cell: ({ rule, source }) => `${rule} · ${titleOf(source, locale)}` },
            {
              id: "due",
              head: t("due"),
              numeric: true,
              cell: ({ kind }) =>
                kind === "conversation" || kind === "sale"
                  ? t("dueCount", { due: counts[kind].due, held: counts[kind].held })
                  : t("staysWhole"),
            },
          ]}
        />
      </Section>
      <Section title={t("register")}>
        <Register rows={destructions} actor={actor} unreachable={unreachable} />
        {actor.role === "admin" && (
          <Disclosure summary={t("propose.title")}>
            <CommandForm
              action={proposeDestruction}
              unreachable={unreachable}
              label={t("propose.title")}
              doneNote={t("propose.done")}
              resetWhenDone
              className="grid gap-4 sm:grid-cols-2"
            >
              <CommandField name="kind" label={t("kind")}>
                <Select name="kind">
                  {destroyableKinds.map((kind) => (
                    <option key={kind} value={kind}>
                      {t(`kinds.${kind}`)}
                    </option>
                  ))}
                </Select>
              </CommandField>
              <CommandField
                name="before"
                label={t("before")}
                hint={t("propose.hint", { talks: iso(lastDays.conversation), sales: iso(lastDays.sale) })}
              >
                <Input type="date" name="before" defaultValue={iso(lastDays.conversation)} />
              </CommandField>
              <div className="sm:col-span-2">
                <CommandField name="reason" label={t("reason")}>
                  <Input name="reason" maxLength={500} autoComplete="off" />
                </CommandField>
              </div>
              <div>
                <CommandButton variant="secondary">{t("propose.submit")}</CommandButton>
              </div>
            </CommandForm>
          </Disclosure>
        )}
      </Section>
      <Section title={t("holds")}>
        <Card>
          <CommandForm
            action={placeHold}
            unreachable={unreachable}
            label={t("hold.title")}
            doneNote={t("hold.done")}
            resetWhenDone
            className="grid items-end gap-4 sm:grid-cols-[1fr_2fr_auto]"
          >
            <CommandField name="thingNumber" label={t("hold.number")}>
              <Input name="thingNumber" autoComplete="off" />
            </CommandField>
            <CommandField name="reason" label={t("reason")}>
              <Input name="reason" maxLength={500} autoComplete="off" />
            </CommandField>
            <CommandButton variant="secondary">{t("hold.submit")}</CommandButton>
          </CommandForm>
        </Card>
        <Holds rows={holds} unreachable={unreachable} />
      </Section>
    </div>
  );
}
