import { getLocale, getTranslations } from "next-intl/server";
import { Card, Section } from "@/components/ui/card";
import { formatMoment } from "@/components/ui/moment";
import { pick } from "@/lib/i18n/locale";

interface Change {
  readonly id: string;
  readonly at: Date;
  readonly revision: number;
  readonly reason: string;
  readonly before: unknown;
  readonly after: unknown;
  readonly by: { readonly nameZh: string; readonly nameEn: string } | null;
}

const said = (of: unknown, field: string): string => {
  const value = (of as Record<string, unknown> | null)?.[field] ?? null;
  if (Array.isArray(value)) return value.join(" ") || "—";
  return value === null || value === "" ? "—" : String(value);
};

/** What was changed of a thing that administrators set: each change with what stood before and after, by whom and why. */
export async function History({
  changes,
  fields,
  labelOf,
}: {
  changes: readonly Change[];
  fields: readonly string[];
  labelOf: (field: string) => string;
}) {
  const [t, locale] = await Promise.all([getTranslations("admin.history"), getLocale()]);
  return (
    <Section title={t("title")}>
      {changes.length === 0 && <p className="text-ink-muted">{t("none")}</p>}
      <ol className="grid gap-3">
        {changes.map(({ id, at, by, revision, reason, before, after }) => (
          <li key={id}>
            <Card className="grid gap-1">
              <p className="font-medium">
                {formatMoment(at, locale)} · {by ? pick(locale, by.nameZh, by.nameEn) : "—"} ·{" "}
                {t("revision", { revision })}
              </p>
              <p>{reason}</p>
              <ul className="text-ink-muted text-sm">
                {fields
                  .filter((field) => before !== null && said(before, field) !== said(after, field))
                  .map((field) => (
                    <li key={field} className="break-words">
                      {labelOf(field)}: {said(before, field)} → {said(after, field)}
                    </li>
                  ))}
              </ul>
            </Card>
          </li>
        ))}
      </ol>
    </Section>
  );
}
