import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { WechatButton } from "@/components/account/wechat-button";
import { Alert } from "@/components/ui/alert";
import { Tabs } from "@/components/ui/tabs";
import { currentActor } from "@/lib/auth/actor";
import { pendingWechat } from "@/lib/auth/pending-wechat";
import { canSignInByWechat } from "@/lib/auth/sign-in-wechat";
import { portalOf } from "@/lib/domain/actor";
import { entrances } from "@/lib/domain/wechat";
import { isLocale, pathOfLocale } from "@/lib/i18n/locale";
import { CodeForm } from "./code-form";
import { PasskeyButton } from "./passkey-button";
import { SignInForm } from "./sign-in-form";

export default async function SignInPage({ searchParams }: { searchParams: Promise<{ by?: string; error?: string }> }) {
  const [actor, pending] = await Promise.all([currentActor(), pendingWechat()]);
  // A phone that came from WeChat waits to be bound to the account.
  if (actor) redirect(pending && actor.role === "patient" ? entrances.wechat : portalOf[actor.role]);
  const [t, wechat, locale, { by, error }, requestHeaders] = await Promise.all([
    getTranslations("common.signIn"),
    getTranslations("wechat"),
    getLocale(),
    searchParams,
    headers(),
  ]);
  const home = isLocale(locale) ? `/${pathOfLocale[locale]}` : "/zh";
  const unreachable = t("unreachable");
  const tooMany = t("tooMany");
  const byPassword = by === "password";
  return (
    <main className="mx-auto flex min-h-dvh w-full max-w-sm flex-col justify-center px-5 py-10">
      <a className="mb-8 font-semibold text-lg text-primary" href={home}>
        {t("hospital")}
      </a>
      <h1 className="mb-4 font-semibold text-2xl text-ink">{t("title")}</h1>
      <Tabs
        label={t("ways")}
        current={byPassword ? "/sign-in?by=password" : "/sign-in"}
        tabs={[
          { href: "/sign-in", label: t("byCode") },
          { href: "/sign-in?by=password", label: t("byPassword") },
        ]}
      />
      <div className="mt-6 grid gap-4">
        {error && <Alert tone="danger">{wechat("failed")}</Alert>}
        {pending && <Alert tone="info">{wechat("pendingSignIn")}</Alert>}
        {byPassword ? (
          <>
            <SignInForm
              texts={{
                login: t("login"),
                loginHint: t("loginHint"),
                password: t("password"),
                code: t("code"),
                codeHint: t("codeHint"),
                submit: t("submit"),
                wrong: t("wrong"),
                tooMany,
                unreachable,
              }}
            />
            <PasskeyButton texts={{ passkey: t("passkey"), passkeyFailed: t("passkeyFailed"), tooMany }} />
          </>
        ) : (
          <CodeForm
            locale={locale}
            texts={{
              phone: t("phone"),
              phoneHint: t("phoneHint"),
              code: t("smsCode"),
              send: t("send"),
              again: t.raw("again"),
              sent: t("sent"),
              enter: t("enter"),
              wrongCode: t("wrongCode"),
              terms: t("terms"),
              tooMany,
              unreachable,
            }}
          />
        )}
        {!pending && canSignInByWechat(requestHeaders.get("user-agent")) && (
          <WechatButton
            callbackUrl="/wechat/enter?to=home"
            texts={{ go: wechat("signIn"), failed: wechat("failed") }}
          />
        )}
      </div>
    </main>
  );
}
