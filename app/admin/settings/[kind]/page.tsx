import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { ImportTable } from "@/components/form/import-table";
import { buttonClass } from "@/components/ui/button";
import { Section } from "@/components/ui/card";
import { DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { formatFen } from "@/components/ui/price";
import { requireActor } from "@/lib/auth/actor";
import { shanghaiDay } from "@/lib/domain/calendar";
import { configKinds, isConfigKind, keyOf } from "@/lib/domain/config";
import { configDesk } from "@/lib/queries/admin/config";
import { Versions } from "./versions";

const SHOWN = 200;
const amounts = new Set(["price", "extraKilo", "extra"]);

const faultKinds = [
  ...(["required", "too_long", "bad_characters", "invalid_value", "invalid_input", "column_missing"] as const),
  ...(["code_twice", "date_invalid", "amount_invalid", "number_invalid", "day_order", "area_missing"] as const),
  "carrier_unknown",
] as const;

type Line = Readonly<Record<string, unknown>>;

interface Props {
  readonly params: Promise<{ kind: string }>;
}

export async function generateMetadata({ params }: Props) {
  const { kind } = await params;
  const t = await getTranslations("settings");
  return { title: isConfigKind(kind) ? t(`kind.${kind}.name`) : t("title") };
}

/** One table of configuration: what is in force, how another is given, and every version of it. */
export default async function SettingPage({ params }: Props) {
  await requireActor("admin");
  const { kind } = await params;
  if (!isConfigKind(kind)) notFound();
  const [{ rows, versions }, t, errors, common, locale] = await Promise.all([
    configDesk(kind),
    getTranslations("settings"),
    getTranslations("errors"),
    getTranslations("common"),
    getLocale(),
  ]);
  const { columns } = configKinds[kind];
  const said = (column: string, value: unknown) => {
    if (value === null || value === undefined) return "—";
    return amounts.has(column) ? formatFen(Number(value), locale) : String(value);
  };
  const lines = rows as readonly Line[];
  return (
    <div className="grid gap-6">
      <PageHeader
        back={{ href: "/admin/settings", label: t("title") }}
        title={t(`kind.${kind}.name`)}
        lead={t(`kind.${kind}.about`)}
        actions={
          <a className={buttonClass("secondary")} href={`/api/config?kind=${kind}`} download>
            {t("export")}
          </a>
        }
      />
      <ImportTable
        address={`/api/config?kind=${kind}`}
        texts={{
          ...{ title: t("give.title"), lead: t("give.lead", { columns: columns.join(",") }), file: t("give.file") },
          ...{ check: t("give.check"), take: t("give.take"), would: t("give.would"), taken: t("give.taken") },
          ...{ faults: t("give.faults"), line: t("give.line"), unreachable: common("unreachable") },
          kinds: Object.fromEntries(faultKinds.map((fault) => [fault, errors(fault)])),
        }}
      />
      <Versions
        versions={versions}
        today={shanghaiDay(new Date())}
        said={(row) => columns.map((column) => said(column, row[column])).join(" · ")}
      />
      <Section title={t("inForce", { count: rows.length })}>
        <DataTable
          caption={t("inForce", { count: rows.length })}
          rows={lines.slice(0, SHOWN)}
          rowKey={(row) => keyOf(kind, row)}
          empty={<EmptyState title={t("none")} />}
          columns={columns.map((column) => ({
            id: column,
            head: t(`column.${column as "day"}`),
            numeric: amounts.has(column),
            cell: (row: Line) => said(column, row[column]),
          }))}
        />
        {rows.length > SHOWN && <p className="text-ink-muted text-sm">{t("more", { count: rows.length - SHOWN })}</p>}
      </Section>
    </div>
  );
}
