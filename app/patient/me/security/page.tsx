import { getTranslations } from "next-intl/server";
import { SessionList } from "@/components/account/session-list";
import { Card, Section } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { requireActor } from "@/lib/auth/actor";
import { pageTitle } from "@/lib/i18n/metadata";
import { ownAccess } from "@/lib/queries/account/sessions";
import { endOtherSessions, endSession } from "./actions";
import { PasswordForm } from "./password-form";
import { PhoneForm } from "./phone-form";

export const generateMetadata = pageTitle("account", "title");

export default async function SecurityPage() {
  const actor = await requireActor("patient");
  const [t, common, access] = await Promise.all([
    getTranslations("account"),
    getTranslations("common"),
    ownAccess(actor, new Date()),
  ]);
  const texts = {
    code: t("code"),
    send: t("send"),
    again: t.raw("again"),
    sent: t("sent"),
    unreachable: common("unreachable"),
  };
  return (
    <div className="grid gap-6">
      <PageHeader
        title={t("title")}
        lead={access.phone ?? actor.name}
        back={{ href: "/patient/me", label: t("back") }}
      />
      <Section title={t("sessions")}>
        <Card>
          <SessionList sessions={access.sessions} end={endSession} endOthers={endOtherSessions} />
        </Card>
      </Section>
      {access.phone && (
        <Section title={t(access.hasPassword ? "changePassword" : "setPassword")}>
          <Card>
            <PasswordForm
              texts={{
                ...texts,
                lead: t("passwordLead", { phone: access.phone }),
                password: t("password"),
                passwordHint: t("passwordHint"),
                submit: t(access.hasPassword ? "changePassword" : "setPassword"),
                done: t("passwordDone"),
              }}
            />
          </Card>
        </Section>
      )}
      <Section title={t("changePhone")}>
        <Card>
          <PhoneForm texts={{ ...texts, phone: t("newPhone"), submit: t("changePhone"), done: t("phoneDone") }} />
        </Card>
      </Section>
    </div>
  );
}
