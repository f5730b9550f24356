import { getTranslations } from "next-intl/server";
import { CommandButton } from "@/components/form/command-button";
import { CommandField } from "@/components/form/command-field";
import { CommandForm } from "@/components/form/command-form";
import { ImportTable } from "@/components/form/import-table";
import { Card } from "@/components/ui/card";
import { Input } from "@/components/ui/input";
import { PageHeader } from "@/components/ui/page-header";
import { requireActor } from "@/lib/auth/actor";
import { pageTitle } from "@/lib/i18n/metadata";
import { receiveBatch } from "../actions";

export const generateMetadata = pageTitle("pharmacist", "stock.receive");

const faultKinds = [
  ...(["required", "number_invalid", "too_long", "code_invalid", "code_twice", "column_missing"] as const),
  ...(["date_invalid", "medicine_unknown", "goods_expired", "batch_differs", "bad_characters"] as const),
] as const;

/** Goods in: batch by batch, or a table of them. */
export default async function ReceivePage() {
  await requireActor("pharmacist", "head_pharmacist");
  const [t, table, errors, common] = await Promise.all([
    getTranslations("pharmacist.stock"),
    getTranslations("formulary.import"),
    getTranslations("errors"),
    getTranslations("common"),
  ]);
  const field = (name: "code" | "batch" | "expiresOn" | "packs" | "location", type = "text") => (
    <CommandField name={name} label={t(`goods.${name}`)}>
      <Input name={name} type={type} autoComplete="off" />
    </CommandField>
  );
  return (
    <div className="grid max-w-2xl gap-5">
      <PageHeader back={{ href: "/pharmacist/stock", label: t("title") }} title={t("receive")} lead={t("goods.lead")} />
      <Card>
        <CommandForm
          action={receiveBatch}
          unreachable={common("unreachable")}
          label={t("receive")}
          resetWhenDone
          doneNote={t("goods.done")}
          className="grid gap-4 sm:grid-cols-2"
        >
          {field("code")}
          {field("batch")}
          {field("expiresOn", "date")}
          {field("packs", "number")}
          {field("location")}
          <div className="self-end">
            <CommandButton variant="next">{t("goods.save")}</CommandButton>
          </div>
        </CommandForm>
      </Card>
      <ImportTable
        address="/api/stock"
        texts={{
          ...{ title: t("goods.table"), lead: t("goods.tableLead"), file: table("file"), check: table("check") },
          ...{ take: table("take"), would: t("goods.would"), taken: t("goods.taken"), faults: table("faults") },
          ...{ line: table("line"), unreachable: common("unreachable") },
          kinds: Object.fromEntries(faultKinds.map((kind) => [kind, errors(kind)])),
        }}
      />
    </div>
  );
}
