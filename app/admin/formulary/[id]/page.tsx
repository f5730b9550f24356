import { getLocale, getTranslations } from "next-intl/server";
import { Card, Section } from "@/components/ui/card";
import { formatMoment } from "@/components/ui/moment";
import { PageHeader } from "@/components/ui/page-header";
import { requireActor } from "@/lib/auth/actor";
import { formularyColumns } from "@/lib/domain/formulary-input";
import { pick } from "@/lib/i18n/locale";
import { pageTitle } from "@/lib/i18n/metadata";
import { formularyMedicine } from "@/lib/queries/admin/formulary";
import { orNotFound } from "@/lib/web/or-not-found";
import { MedicineForm } from "../medicine-form";

export const generateMetadata = pageTitle("formulary", "edit");

const said = (of: unknown, column: string): string => {
  const value = (of as Record<string, unknown> | null)?.[column];
  return Array.isArray(value) ? value.join("; ") : String(value ?? "—");
};

export default async function MedicinePage({ params }: { params: Promise<{ id: string }> }) {
  await requireActor("admin");
  const { medicine, changes } = await orNotFound(formularyMedicine((await params).id));
  const [t, locale] = await Promise.all([getTranslations("formulary"), getLocale()]);
  return (
    <div className="grid max-w-4xl gap-6">
      <PageHeader
        back={{ href: "/admin/formulary", label: t("title") }}
        title={`${medicine.code} ${pick(locale, medicine.nameZh, medicine.nameEn)}`}
      />
      <MedicineForm given={medicine} revision={medicine.revision} />
      <Section title={t("history")}>
        {changes.length === 0 && <p className="text-ink-muted">{t("unchanged")}</p>}
        <ul className="grid gap-3">
          {changes.map(({ id, at, by, reason, before, after, revision }) => (
            <li key={id}>
              <Card className="grid gap-1">
                <p className="font-medium">
                  {formatMoment(at, locale)} · {by} · {t("revision", { revision })} · {reason}
                </p>
                <ul className="text-sm">
                  {formularyColumns
                    .filter((column) => said(before, column) !== said(after, column))
                    .map((column) => (
                      <li key={column}>
                        {t(`field.${column}`)}: {said(before, column)} → {said(after, column)}
                      </li>
                    ))}
                </ul>
              </Card>
            </li>
          ))}
        </ul>
      </Section>
    </div>
  );
}
