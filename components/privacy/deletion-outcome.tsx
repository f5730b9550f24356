import { getLocale, getTranslations } from "next-intl/server";
import { Section } from "@/components/ui/card";
import { formatDay } from "@/components/ui/moment";
import { dateColumn } from "@/lib/domain/calendar";
import { type DeletionOutcome, isTermOver, type Kept, retention } from "@/lib/domain/retention";
import { titleOf } from "@/lib/domain/rules";

interface Props {
  readonly outcome: DeletionOutcome;
  readonly now: Date;
  /** It has been carried out: what went, what stays. */
  readonly isDone?: boolean;
}

/** What a deletion takes away and what the law keeps, each with its last day and its rule. */
export async function DeletionOutcomeView({ outcome, now, isDone = false }: Props) {
  const [t, locale] = await Promise.all([getTranslations("privacy.deletion"), getLocale()]);
  const day = (text: string) => formatDay(dateColumn(text), locale);
  const until = ({ first, last }: Kept) => {
    if (isTermOver(last, now)) return t("termOver");
    return first === last ? t("until", { last: day(last) }) : t("untilEach", { first: day(first), last: day(last) });
  };
  return (
    <div className="grid gap-5">
      <Section title={t(isDone ? "gone" : "goes")} level={3}>
        <ul className="grid list-disc gap-1.5 pl-5">
          {outcome.gone.map(({ kind, count }) => (
            <li key={kind}>{t(`goesItems.${kind}`, { count })}</li>
          ))}
        </ul>
        {outcome.isShared && <p className="text-ink-muted text-sm">{t("sharedRecord")}</p>}
      </Section>
      <Section title={t(isDone ? "stays" : "keeps")} level={3}>
        {outcome.kept.length === 0 && <p>{t("keepsNothing")}</p>}
        <ul className="grid gap-3">
          {outcome.kept.map((kept) => (
            <li key={kept.kind} className="grid gap-0.5 border-line border-l-4 pl-3">
              <p>{t(`kept.${kept.kind}`, { count: kept.count })}</p>
              <p className="font-medium text-sm">{until(kept)}</p>
              <p className="text-ink-muted text-sm">
                {t("rule", { source: `${kept.rule} · ${titleOf(retention[kept.kind].source, locale)}` })}
              </p>
            </li>
          ))}
        </ul>
        <p className="text-ink-muted text-sm">
          {outcome.keepsIdentity && `${t("identityKept")} `}
          {t("auditKept")}
        </p>
      </Section>
    </div>
  );
}
