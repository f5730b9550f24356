import { getLocale, getTranslations } from "next-intl/server";
import { CommandButton } from "@/components/form/command-button";
import { CommandField } from "@/components/form/command-field";
import { CommandForm } from "@/components/form/command-form";
import { Card } from "@/components/ui/card";
import { Disclosure } from "@/components/ui/disclosure";
import { Input } from "@/components/ui/input";
import { formatMoment } from "@/components/ui/moment";
import type { OpenClaimRow } from "@/lib/queries/patient/claims";
import { decideClaim, proveClaim, withdrawClaim } from "./actions";

/** Who asks for one of my people, and whom I have asked for. */
export async function Claims({ claims }: { claims: readonly OpenClaimRow[] }) {
  const [t, terms, common, locale] = await Promise.all([
    getTranslations("people"),
    getTranslations("terms"),
    getTranslations("common"),
    getLocale(),
  ]);
  const unreachable = common("unreachable");
  return (
    <ul className="mb-4 grid gap-3">
      {claims.map(({ id, isMine, by, name, relation, dueAt }) => {
        const about = <input type="hidden" name="claimId" value={id} />;
        const until = formatMoment(dueAt, locale, "long");
        return (
          <li key={id}>
            <Card className="grid gap-3 border-next">
              <h2 className="font-semibold">{t(isMine ? "claim.mine" : "claim.theirs", { name })}</h2>
              <p className="text-ink-muted">
                {isMine
                  ? t("claim.mineLead", { until })
                  : t("claim.theirsLead", { by, relation: terms(`relation.${relation}`), until })}
              </p>
              {isMine ? (
                <>
                  <Disclosure summary={t("claim.prove")}>
                    <CommandForm
                      action={proveClaim}
                      unreachable={unreachable}
                      label={t("claim.prove")}
                      className="grid gap-3"
                    >
                      {about}
                      <CommandField name="cardNumber" label={t("claim.cardNumber")} hint={t("claim.cardHint")}>
                        <Input
                          name="cardNumber"
                          autoComplete="off"
                          autoCapitalize="characters"
                          maxLength={40}
                          required
                        />
                      </CommandField>
                      <CommandButton variant="primary">{t("claim.proveSubmit")}</CommandButton>
                    </CommandForm>
                  </Disclosure>
                  <CommandForm action={withdrawClaim} unreachable={unreachable} label={t("claim.withdraw")}>
                    {about}
                    <CommandButton variant="quiet" size="sm">
                      {t("claim.withdraw")}
                    </CommandButton>
                  </CommandForm>
                </>
              ) : (
                <div className="flex flex-wrap gap-3">
                  {(["approved", "rejected"] as const).map((decision) => (
                    <CommandForm
                      key={decision}
                      action={decideClaim}
                      unreachable={unreachable}
                      label={t(`claim.${decision}`)}
                    >
                      {about}
                      <input type="hidden" name="decision" value={decision} />
                      <CommandButton variant={decision === "approved" ? "next" : "secondary"}>
                        {t(`claim.${decision}`)}
                      </CommandButton>
                    </CommandForm>
                  ))}
                </div>
              )}
            </Card>
          </li>
        );
      })}
    </ul>
  );
}
