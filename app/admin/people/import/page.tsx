import { getTranslations } from "next-intl/server";
import { ImportTable } from "@/components/form/import-table";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { requireActor } from "@/lib/auth/actor";
import { leaveColumns, sessionColumns } from "@/lib/domain/schedule-input";
import { importKinds, peopleColumns } from "@/lib/domain/staff-input";
import { pageTitle } from "@/lib/i18n/metadata";

export const generateMetadata = pageTitle("staff", "import.title");

const faultKinds = [
  ...([
    "required",
    "too_long",
    "bad_characters",
    "choose_one",
    "invalid_value",
    "invalid_input",
    "column_missing",
  ] as const),
  ...(["code_twice", "staff_number_invalid", "staff_number_taken", "name_too_short", "date_invalid"] as const),
  ...(["licence_expired", "too_little_practice", "amount_invalid", "number_invalid", "time_invalid"] as const),
  ...([
    "time_order",
    "time_overlap",
    "day_order",
    "day_over",
    "leave_overlap",
    "doctor_unknown",
    "service_unknown",
  ] as const),
] as const;

const columns = { people: peopleColumns, sessions: sessionColumns, leave: leaveColumns } as const;

/** Tables of people, of weekly sessions and of leave: looked through first, then taken in whole or not at all. */
export default async function ImportPeoplePage() {
  await requireActor("admin");
  const [t, errors, common] = await Promise.all([
    getTranslations("staff.import"),
    getTranslations("errors"),
    getTranslations("common"),
  ]);
  return (
    <div className="grid max-w-3xl gap-5">
      <PageHeader
        back={{ href: "/admin/people", label: common("nav.admin.people") }}
        title={t("title")}
        lead={t("lead")}
      />
      {importKinds.map((kind) => (
        <Card key={kind} className="grid gap-3">
          <h2 className="font-semibold">{t(`${kind}.title`)}</h2>
          <p className="text-ink-muted text-sm">{t(`${kind}.lead`)}</p>
          <p className="break-all font-mono text-sm">{columns[kind].join(",")}</p>
          <ImportTable
            address={`/api/people?kind=${kind}`}
            texts={{
              ...{ title: t(`${kind}.open`), lead: t("file.lead"), file: t("file.label"), check: t("file.check") },
              ...{ take: t("file.take"), would: t(`${kind}.would`), taken: t(`${kind}.taken`) },
              ...{ faults: t("file.faults"), line: t("file.line"), links: t("file.links") },
              unreachable: common("unreachable"),
              kinds: Object.fromEntries(faultKinds.map((kind) => [kind, errors(kind)])),
            }}
          />
        </Card>
      ))}
    </div>
  );
}
