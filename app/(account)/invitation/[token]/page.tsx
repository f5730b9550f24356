import { getLocale, getTranslations } from "next-intl/server";
import { generateURI } from "otplib";
import { Alert } from "@/components/ui/alert";
import { PageHeader } from "@/components/ui/page-header";
import { QrCode } from "@/components/ui/qr-code";
import { currentActor } from "@/lib/auth/actor";
import { pick } from "@/lib/i18n/locale";
import { openInvitation } from "@/lib/queries/public/invitation";
import { JoinForm } from "./join-form";

/** The first day: whoever holds the link sets password and second factor. */
export default async function InvitationPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const [t, terms, common, locale, actor, invitation] = await Promise.all([
    getTranslations("staff.join"),
    getTranslations("terms"),
    getTranslations("common"),
    getLocale(),
    currentActor(),
    openInvitation(token, new Date()),
  ]);
  return (
    <main className="mx-auto grid min-h-dvh w-full max-w-lg content-center gap-6 px-5 py-10">
      <PageHeader title={t("title")} lead={invitation && t("lead")} />
      {!invitation && <Alert tone="warning">{t("ended")}</Alert>}
      {invitation && actor && <Alert tone="warning">{t("signOutFirst", { name: actor.name })}</Alert>}
      {invitation && !actor && (
        <>
          <p className="text-lg">
            <strong>{pick(locale, invitation.nameZh, invitation.nameEn)}</strong> · {invitation.staffNo} ·{" "}
            {terms(`role.${invitation.role}`)}
          </p>
          <JoinForm
            token={token}
            staffNo={invitation.staffNo}
            secret={invitation.totpSecret}
            qr={
              <QrCode
                label={t("qr")}
                className="size-44 rounded-md"
                text={generateURI({
                  issuer: common("hospital"),
                  label: invitation.staffNo,
                  secret: invitation.totpSecret,
                })}
              />
            }
            texts={{
              password: t("password"),
              passwordHint: t("passwordHint"),
              repeated: t("repeated"),
              factor: t("factor"),
              factorLead: t("factorLead"),
              secret: t("secret"),
              code: t("code"),
              submit: t("submit"),
              doneTitle: t("doneTitle"),
              doneLead: t("doneLead"),
              codes: t("codes"),
              signIn: t("signIn"),
              unreachable: common("unreachable"),
            }}
          />
        </>
      )}
    </main>
  );
}
