import { redirect } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { currentActor } from "@/lib/auth/actor";
import { portalOf } from "@/lib/domain/actor";
import { isLocale, pathOfLocale } from "@/lib/i18n/locale";
import { PasskeyButton } from "./passkey-button";
import { SignInForm } from "./sign-in-form";

export default async function SignInPage() {
  const actor = await currentActor();
  if (actor) redirect(portalOf[actor.role]);
  const t = await getTranslations("common.signIn");
  const locale = await getLocale();
  const home = isLocale(locale) ? `/${pathOfLocale[locale]}` : "/zh";
  return (
    <main className="mx-auto flex min-h-dvh w-full max-w-sm flex-col justify-center px-5 py-10">
      <a className="mb-8 font-semibold text-lg text-primary" href={home}>
        {t("hospital")}
      </a>
      <h1 className="font-semibold text-2xl text-ink">{t("title")}</h1>
      <p className="mt-2 mb-6 text-ink-muted">{t("lead")}</p>
      <SignInForm
        texts={{
          login: t("login"),
          loginHint: t("loginHint"),
          password: t("password"),
          code: t("code"),
          codeHint: t("codeHint"),
          submit: t("submit"),
          wrong: t("wrong"),
          tooMany: t("tooMany"),
          unreachable: t("unreachable"),
        }}
      />
      <PasskeyButton texts={{ passkey: t("passkey"), passkeyFailed: t("passkeyFailed"), tooMany: t("tooMany") }} />
    </main>
  );
}
