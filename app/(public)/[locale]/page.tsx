import { getTranslations, setRequestLocale } from "next-intl/server";
import { Alert } from "@/components/ui/alert";
import { buttonClass } from "@/components/ui/button";
import { localeOfPath } from "@/lib/i18n/locale";

const steps = ["link", "consult", "review", "receive"] as const;

export default async function LandingPage({ params }: { params: Promise<{ locale: string }> }) {
  const path = (await params).locale;
  const locale = localeOfPath[path] ?? "zh-CN";
  setRequestLocale(locale);
  const t = await getTranslations({ locale, namespace: "public" });
  return (
    <div className="grid gap-14">
      <section className="grid gap-6 pt-10 md:pt-20">
        <h1 className="max-w-3xl font-semibold text-4xl leading-tight md:text-5xl">{t("title")}</h1>
        <p className="max-w-2xl text-ink-muted text-lg">{t("lead")}</p>
        <div className="flex flex-wrap gap-3">
          <a className={buttonClass("next", "lg")} href="/sign-in">
            {t("start")}
          </a>
          <a className={buttonClass("secondary", "lg")} href={`/${path}/departments`}>
            {t("nav.departments")}
          </a>
        </div>
        <Alert tone="warning" title={t("urgent.title")}>
          {t("urgent.text")}
        </Alert>
      </section>
      <section aria-labelledby="how" className="grid gap-6">
        <h2 id="how" className="font-semibold text-2xl">
          {t("how")}
        </h2>
        <ol className="grid gap-x-8 gap-y-6 sm:grid-cols-2 lg:grid-cols-4">
          {steps.map((step, index) => (
            <li key={step} className="grid content-start gap-1.5 border-primary border-t-2 pt-3">
              <span className="font-semibold text-primary tabular-nums">{index + 1}</span>
              <h3 className="font-semibold text-lg">{t(`steps.${step}.title`)}</h3>
              <p className="text-ink-muted">{t(`steps.${step}.text`)}</p>
            </li>
          ))}
        </ol>
      </section>
      <section aria-labelledby="who" className="grid gap-4 rounded-xl bg-primary-tint px-6 py-8 text-primary-tint-ink">
        <h2 id="who" className="font-semibold text-2xl">
          {t("who.title")}
        </h2>
        <ul className="grid max-w-3xl list-disc gap-2 pl-5">
          <li>{t("who.condition")}</li>
          <li>{t("who.record")}</li>
          <li>{t("who.family")}</li>
        </ul>
      </section>
    </div>
  );
}
