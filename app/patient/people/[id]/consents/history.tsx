import { getLocale, getTranslations } from "next-intl/server";
import { Section } from "@/components/ui/card";
import { DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { formatMoment } from "@/components/ui/moment";
import { pick } from "@/lib/i18n/locale";
import type { personsConsents } from "@/lib/queries/patient/consents";

/** Everything that was agreed to, and when it was taken back; the evidence is shown with it (R7). */
export async function History({ rows }: { rows: Awaited<ReturnType<typeof personsConsents>>["history"] }) {
  const [t, read, locale] = await Promise.all([
    getTranslations("consent.mine"),
    getTranslations("consent.read"),
    getLocale(),
  ]);
  return (
    <Section title={t("history")}>
      <DataTable
        caption={t("history")}
        rows={rows}
        rowKey={(row) => row.id}
        empty={<EmptyState title={t("none")} />}
        columns={[
          {
            id: "what",
            head: t("what"),
            cell: (row) => (
              <>
                {pick(locale, row.titleZh, row.titleEn)}
                <span className="block text-ink-muted text-sm">{read("edition", { version: row.version })}</span>
              </>
            ),
          },
          { id: "agreed", head: t("agreedOn"), cell: (row) => formatMoment(row.agreedAt, locale, "long") },
          {
            id: "withdrawn",
            head: t("withdrawnOn"),
            cell: (row) => row.withdrawnAt && formatMoment(row.withdrawnAt, locale, "long"),
          },
          { id: "signature", head: t("signature"), cell: (row) => t(row.isVerified ? "valid" : "invalid") },
          {
            id: "hash",
            head: t("hash"),
            cell: (row) => <code className="break-all text-xs">{row.sha256}</code>,
          },
        ]}
      />
    </Section>
  );
}
