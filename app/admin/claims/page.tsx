import { getLocale, getTranslations } from "next-intl/server";
import { CommandButton } from "@/components/form/command-button";
import { CommandField } from "@/components/form/command-field";
import { CommandForm } from "@/components/form/command-form";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { Textarea } from "@/components/ui/input";
import { formatMoment } from "@/components/ui/moment";
import { PageHeader } from "@/components/ui/page-header";
import { Select } from "@/components/ui/select";
import { requireActor } from "@/lib/auth/actor";
import { pageTitle } from "@/lib/i18n/metadata";
import { claimsToDecide } from "@/lib/queries/admin/claims";
import { decideClaim } from "./actions";

export const generateMetadata = pageTitle("people", "desk.title");

/** Second accounts that ask for a person: decided after a look at the papers. */
export default async function ClaimsPage() {
  await requireActor("support", "admin");
  const [claims, t, terms, common, locale] = await Promise.all([
    claimsToDecide(new Date()),
    getTranslations("people"),
    getTranslations("terms"),
    getTranslations("common"),
    getLocale(),
  ]);
  return (
    <div className="grid max-w-3xl gap-5">
      <PageHeader title={t("desk.title")} lead={t("desk.lead")} />
      {claims.length === 0 && <EmptyState title={t("desk.none")} />}
      <ul className="grid gap-4">
        {claims.map((claim) => (
          <li key={claim.id}>
            <Card className="grid gap-3">
              <h2 className="font-semibold text-lg">{claim.name}</h2>
              <p className="text-ink-muted">
                {terms(`idDocument.${claim.idDocument}`)} {claim.idNumberMasked} ·{" "}
                {t("desk.by", { by: claim.by, relation: terms(`relation.${claim.relation}`) })} ·{" "}
                {t("desk.until", { until: formatMoment(claim.dueAt, locale, "long") })}
              </p>
              <CommandForm
                action={decideClaim}
                unreachable={common("unreachable")}
                label={`${t("desk.decide")} ${claim.name}`}
                className="grid gap-3"
              >
                <input type="hidden" name="claimId" value={claim.id} />
                <CommandField name="decision" label={t("desk.decide")}>
                  <Select name="decision" defaultValue="rejected">
                    <option value="approved">{t("claim.approved")}</option>
                    <option value="rejected">{t("claim.rejected")}</option>
                  </Select>
                </CommandField>
                <CommandField name="reason" label={t("desk.reason")} hint={t("desk.reasonHint")}>
                  <Textarea name="reason" rows={2} maxLength={300} required />
                </CommandField>
                <CommandButton variant="primary" className="justify-self-start">
                  {t("desk.submit")}
                </CommandButton>
              </CommandForm>
            </Card>
          </li>
        ))}
      </ul>
    </div>
  );
}
