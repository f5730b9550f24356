import { getLocale, getTranslations } from "next-intl/server";
import { Badge } from "@/components/ui/badge";
import { Card, Section } from "@/components/ui/card";
import type { Tone } from "@/components/ui/tone";
import { sigText } from "@/lib/domain/dose";
import { pick } from "@/lib/i18n/locale";
import type { ReviewDesk } from "@/lib/queries/pharmacist/review-desk";

type Version = ReviewDesk["newest"];
type Item = Version["items"][number];

interface Row {
  readonly key: string;
  readonly what: "added" | "removed" | "changed";
  readonly tone: Tone;
  readonly text: string;
}

/** Every version before, each with what the doctor changed after it, line by line. */
export function Earlier({ versions }: { versions: readonly Version[] }) {
  return versions.slice(1).map((before, index) => {
    const after = versions[index];
    return after && <Changes key={before.id} before={before} after={after} />;
  });
}

async function Changes({ before, after }: { before: Version; after: Version }) {
  const [t, locale] = await Promise.all([getTranslations("pharmacist.review"), getLocale()]);
  const say = (item: Item) => [`${sigText(item, locale)} × ${item.packs}`, item.note].filter(Boolean).join(" · ");
  const name = ({ medicine }: Item) => pick(locale, medicine.nameZh, medicine.nameEn);
  const earlier = new Map(before.items.map((item) => [item.medicineId, item]));
  const now = new Set(after.items.map(({ medicineId }) => medicineId));
  const rows: Row[] = [
    ...after.items.flatMap((item): Row[] => {
      const was = earlier.get(item.medicineId);
      const key = item.medicineId;
      if (!was) return [{ key, what: "added", tone: "success", text: `${name(item)}: ${say(item)}` }];
      if (say(was) === say(item)) return [];
      return [{ key, what: "changed", tone: "warning", text: `${name(item)}: ${say(was)} → ${say(item)}` }];
    }),
    ...texts(before, after, t),
    ...before.items
      .filter(({ medicineId }) => !now.has(medicineId))
      .map((item): Row => ({ key: item.medicineId, what: "removed", tone: "danger", text: name(item) })),
  ];
  return (
    <Section title={t("changes", { version: before.number, next: after.number })}>
      {rows.length === 0 ? (
        <p className="text-ink-muted">{t("unchanged")}</p>
      ) : (
        <Card>
          <ul className="grid gap-2">
            {rows.map(({ key, what, tone, text }) => (
              <li key={key} className="flex flex-wrap items-baseline gap-2">
                <Badge tone={tone}>{t(`change.${what}`)}</Badge>
                <span>{text}</span>
              </li>
            ))}
          </ul>
        </Card>
      )}
    </Section>
  );
}

/** What was changed beside the lines: diagnosis, advice, validity. */
function texts(before: Version, after: Version, t: (key: string) => string): Row[] {
  const parts = [
    ["diagnosis", before.diagnosisText, after.diagnosisText],
    ["advice", before.advice, after.advice],
    ["supplyReason", before.supplyReason ?? "", after.supplyReason ?? ""],
    ["assessment", before.assessment ?? "", after.assessment ?? ""],
  ] as const;
  return parts
    .filter(([, was, is]) => was !== is)
    .map(([key, was, is]) => ({ key, what: "changed", tone: "warning", text: `${t(key)}: ${was} → ${is}` }));
}
