import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { currentActor } from "@/lib/auth/actor";
import { portalOf } from "@/lib/domain/actor";
import { entrances, isEntrance } from "@/lib/domain/wechat";
import { pageTitle } from "@/lib/i18n/metadata";
import { Enter } from "./enter";

export const generateMetadata = pageTitle("wechat", "signIn");

/** Where the official account's menu leads: to the page that it names, through WeChat's sign-in where nobody is signed in. */
export default async function EnterPage({ searchParams }: { searchParams: Promise<{ to?: string | string[] }> }) {
  const [{ to }, actor, t] = await Promise.all([searchParams, currentActor(), getTranslations("wechat")]);
  const entrance = isEntrance(to) ? to : "home";
  if (actor) redirect(actor.role === "patient" ? entrances[entrance] : portalOf[actor.role]);
  return (
    <main className="mx-auto flex min-h-dvh w-full max-w-sm flex-col justify-center gap-4 px-5 py-10">
      <h1 className="font-semibold text-2xl">{t("signIn")}</h1>
      <Enter
        callbackUrl={`/wechat/enter?to=${entrance}`}
        texts={{ entering: t("entering"), again: t("enterAgain"), other: t("enterOther"), failed: t("failed") }}
      />
    </main>
  );
}
