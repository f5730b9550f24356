import { getLocale, getTranslations } from "next-intl/server";
import { CommandButton } from "@/components/form/command-button";
import { CommandField } from "@/components/form/command-field";
import { CommandForm } from "@/components/form/command-form";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { Input } from "@/components/ui/input";
import { formatMoment } from "@/components/ui/moment";
import type { Tone } from "@/components/ui/tone";
import type { Person } from "@/lib/domain/actor";
import { pick } from "@/lib/i18n/locale";
import type { DestructionRow } from "@/lib/queries/admin/retention";
import { decideDestruction } from "./actions";

const tones: Readonly<Record<DestructionRow["status"], Tone>> = {
  ...{ proposed: "warning", approved: "info", done: "success" },
  ...{ refused: "neutral", withdrawn: "neutral" },
};

/** Every destruction: what, why, who asked, who decided, how much went. */
export async function Register({
  rows,
  actor,
  unreachable,
}: {
  rows: readonly DestructionRow[];
  actor: Person;
  unreachable: string;
}) {
  const [t, locale] = await Promise.all([getTranslations("retention"), getLocale()]);
  const said = ({ nameZh, nameEn }: DestructionRow["proposer"]) => pick(locale, nameZh ?? "—", nameEn ?? "—");
  if (rows.length === 0) return <p className="text-ink-muted">{t("noneYet")}</p>;
  return (
    <ul className="grid gap-3">
      {rows.map((row) => {
        const isOwn = row.proposedById === actor.accountId;
        const answers = isOwn ? (["withdraw"] as const) : (["approve", "refuse"] as const);
        return (
          <li key={row.id}>
            <Card className="grid gap-2">
              <h3 className="flex flex-wrap items-center gap-2 font-medium">
                {t("entry", { kind: t(`kinds.${row.kind}`), day: row.before.toISOString().slice(0, 10) })}
                <Badge tone={tones[row.status]}>{t(`status.${row.status}`)}</Badge>
              </h3>
              <p>{row.reason}</p>
              <p className="text-ink-muted text-sm">
                {t("asked", { name: said(row.proposer), at: formatMoment(row.proposedAt, locale) })}
                {row.decidedAt &&
                  ` · ${t("decided", { name: said(row.decider), at: formatMoment(row.decidedAt, locale) })}`}
                {row.note && ` · ${row.note}`}
                {row.doneAt && ` · ${t("gone", { count: row.destroyed, at: formatMoment(row.doneAt, locale) })}`}
              </p>
              {row.status === "proposed" && actor.role === "admin" && (
                <CommandForm
                  action={decideDestruction}
                  unreachable={unreachable}
                  label={t("decide")}
                  className="flex flex-wrap items-end gap-3"
                >
                  <input type="hidden" name="id" value={row.id} />
                  {!isOwn && (
                    <CommandField name="note" label={t("note")}>
                      <Input name="note" maxLength={500} autoComplete="off" />
                    </CommandField>
                  )}
                  {answers.map((decision) => (
                    <CommandButton
                      key={decision}
                      name="decision"
                      value={decision}
                      variant={decision === "approve" ? "danger" : "secondary"}
                    >
                      {t(`answer.${decision}`)}
                    </CommandButton>
                  ))}
                </CommandForm>
              )}
              {row.status === "proposed" && isOwn && <p className="text-ink-muted text-sm">{t("otherDecides")}</p>}
            </Card>
          </li>
        );
      })}
    </ul>
  );
}
