import { headers } from "next/headers";
import { getTranslations } from "next-intl/server";
import { WechatButton } from "@/components/account/wechat-button";
import { Alert } from "@/components/ui/alert";
import { Card, Section } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { QrCode } from "@/components/ui/qr-code";
import { requireActor } from "@/lib/auth/actor";
import { pendingWechat } from "@/lib/auth/pending-wechat";
import { canSignInByWechat } from "@/lib/auth/sign-in-wechat";
import { followCode } from "@/lib/flows/wechat/follow-code";
import { pageTitle } from "@/lib/i18n/metadata";
import { wechatStanding } from "@/lib/queries/patient/wechat";
import { BindForm, UnbindForm } from "./forms";

export const generateMetadata = pageTitle("wechat", "metaTitle");

/** Whether WeChat is bound and brings notices; a phone that has just come from WeChat is bound here, after asking. */
export default async function WechatPage({ searchParams }: { searchParams: Promise<{ taken?: string }> }) {
  const actor = await requireActor("patient");
  const [t, common, { taken }, pending, standing, requestHeaders] = await Promise.all([
    getTranslations("wechat"),
    getTranslations("common"),
    searchParams,
    pendingWechat(),
    wechatStanding(actor),
    headers(),
  ]);
  const code = standing === "following" ? null : await followCode();
  const unreachable = common("unreachable");
  return (
    <>
      <PageHeader title={t("title")} lead={t("lead")} />
      <div className="grid gap-6">
        {taken === "yes" && <Alert tone="warning">{t("taken")}</Alert>}
        {pending && standing === "unbound" && (
          <Alert tone="info" title={t("pendingTitle")}>
            <p className="mb-3">{t("pendingLead")}</p>
            <BindForm texts={{ agree: t("agree"), later: t("later"), unreachable }} />
          </Alert>
        )}
        <Card>
          <p className="font-semibold">{t(standing === "unbound" ? "unbound" : "bound")}</p>
          {standing === "following" && <p>{t("following")}</p>}
          {standing === "not_following" && <p>{t("notFollowing")}</p>}
          {standing === "unbound" && !pending && (
            <div className="mt-3 grid gap-3">
              <p className="text-ink-muted text-sm">{t("bindLead")}</p>
              {canSignInByWechat(requestHeaders.get("user-agent")) && (
                <WechatButton callbackUrl="/patient/me/wechat" texts={{ go: t("bindHere"), failed: t("failed") }} />
              )}
            </div>
          )}
          {standing !== "unbound" && (
            <div className="mt-3 grid gap-2">
              <p className="text-ink-muted text-sm">{t("unbindLead")}</p>
              <UnbindForm texts={{ unbind: t("unbind"), unreachable }} />
            </div>
          )}
        </Card>
        {standing !== "following" && (
          <Section title={t("followTitle")}>
            <p>{t("followLead")}</p>
            {code ? (
              <QrCode text={code} label={t("followCode")} className="w-full max-w-56 rounded-md" />
            ) : (
              <Alert tone="warning">{t("followDown")}</Alert>
            )}
          </Section>
        )}
      </div>
    </>
  );
}
