import { getLocale, getTranslations } from "next-intl/server";
import { SessionList } from "@/components/account/session-list";
import { CommandButton } from "@/components/form/command-button";
import { CommandForm } from "@/components/form/command-form";
import { Card, Section } from "@/components/ui/card";
import { formatMoment } from "@/components/ui/moment";
import { PageHeader } from "@/components/ui/page-header";
import { requireActor } from "@/lib/auth/actor";
import { portalOf } from "@/lib/domain/actor";
import { may } from "@/lib/domain/policy";
import { pageTitle } from "@/lib/i18n/metadata";
import { ownSecurity } from "@/lib/queries/account/second-factor";
import { ownAccess } from "@/lib/queries/account/sessions";
import { ownSigningKey } from "@/lib/queries/account/signing-key";
import { endOtherSessions, endSession, removePasskey } from "./actions";
import { AddPasskey } from "./add-passkey";
import { PasswordForm } from "./password-form";
import { RecoveryCodes } from "./recovery-codes";
import { Signing } from "./signing";

export const generateMetadata = pageTitle("staff", "security.title");

/** A member of staff's own ways to sign in. */
export default async function SecurityPage() {
  const actor = await requireActor("doctor", "pharmacist", "head_pharmacist", "support", "auditor", "admin");
  const signs = may(actor, "account.set_signing_pin");
  const [t, account, common, locale, { passkeys, codesLeft }, { sessions }, signingKey] = await Promise.all([
    getTranslations("staff.security"),
    getTranslations("account"),
    getTranslations("common"),
    getLocale(),
    ownSecurity(actor),
    ownAccess(actor, new Date()),
    signs ? ownSigningKey(actor) : null,
  ]);
  const unreachable = common("unreachable");
  return (
    <main className="mx-auto grid w-full max-w-2xl gap-6 px-5 py-8">
      <PageHeader title={t("title")} lead={actor.name} back={{ href: portalOf[actor.role], label: t("back") }} />
      <Section title={t("passkeys")}>
        <Card className="grid gap-4">
          <p className="text-ink-muted">{t("passkeysLead")}</p>
          {passkeys.length > 0 && (
            <ul className="divide-y divide-line">
              {passkeys.map(({ id, label, createdAt, lastUsedAt }) => (
                <li key={id} className="flex flex-wrap items-center justify-between gap-3 py-2">
                  <span>
                    <strong className="block font-medium">{label}</strong>
                    <span className="text-ink-muted text-sm">
                      {t("added", { at: formatMoment(createdAt, locale, "date") })}
                      {lastUsedAt && ` · ${t("used", { at: formatMoment(lastUsedAt, locale) })}`}
                    </span>
                  </span>
                  <CommandForm action={removePasskey} unreachable={unreachable} label={`${t("remove")} ${label}`}>
                    <input type="hidden" name="passkeyId" value={id} />
                    <CommandButton size="sm" variant="secondary">
                      {t("remove")}
                    </CommandButton>
                  </CommandForm>
                </li>
              ))}
            </ul>
          )}
          <AddPasskey
            texts={{
              label: t("label"),
              labelHint: t("labelHint"),
              add: t("add"),
              failed: t("failed"),
              unsupported: t("unsupported"),
            }}
          />
        </Card>
      </Section>
      {signs && <Signing signingKey={signingKey} />}
      <Section title={t("codes")}>
        <Card className="grid gap-4">
          <p className="text-ink-muted">{t("codesLead", { count: codesLeft })}</p>
          <RecoveryCodes texts={{ renew: t("renew"), keep: t("keep"), codes: t("codes"), unreachable }} />
        </Card>
      </Section>
      <Section title={account("changePassword")}>
        <Card>
          <PasswordForm
            texts={{
              current: t("currentPassword"),
              password: account("password"),
              passwordHint: t("passwordHint"),
              submit: account("changePassword"),
              done: account("passwordDone"),
              unreachable,
            }}
          />
        </Card>
      </Section>
      <Section title={account("sessions")}>
        <Card>
          <SessionList sessions={sessions} end={endSession} endOthers={endOtherSessions} />
        </Card>
      </Section>
    </main>
  );
}
