import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import type { ReactNode } from "react";
import "@/app/globals.css";
import { SkipLink } from "@/components/ui/skip-link";
import { localeOfPath } from "@/lib/i18n/locale";

type Props = { params: Promise<{ locale: string }> };

export const generateStaticParams = () => Object.keys(localeOfPath).map((locale) => ({ locale }));

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = localeOfPath[(await params).locale] ?? "zh-CN";
  const t = await getTranslations({ locale, namespace: "public" });
  return {
    title: { default: t("hospital"), template: `%s · ${t("hospital")}` },
    description: t("lead"),
    icons: { icon: "/icon.svg" },
    alternates: { languages: { "zh-CN": "/zh", en: "/en" } },
  };
}

export default async function PublicLayout({ params, children }: Props & { children: ReactNode }) {
  const path = (await params).locale;
  const locale = localeOfPath[path];
  if (!locale) notFound();
  setRequestLocale(locale);
  const t = await getTranslations({ locale, namespace: "public" });
  return (
    <html lang={locale}>
      <body>
        <SkipLink label={t("skip")} />
        <header className="mx-auto flex min-h-16 max-w-5xl flex-wrap items-center justify-between gap-x-6 gap-y-1 px-5 py-2">
          <a href={`/${path}`} className="font-semibold text-primary">
            {t("hospital")}
          </a>
          <nav aria-label={t("nav.label")} className="flex items-center gap-5 text-sm">
            <a className="inline-flex min-h-11 items-center hover:underline" href={`/${path}/departments`}>
              {t("nav.departments")}
            </a>
            <a className="inline-flex min-h-11 items-center hover:underline" href={path === "zh" ? "/en" : "/zh"}>
              {t("nav.language")}
            </a>
            <a className="inline-flex min-h-11 items-center font-medium text-primary hover:underline" href="/sign-in">
              {t("nav.signIn")}
            </a>
          </nav>
        </header>
        <main id="content" className="mx-auto max-w-5xl px-5 pb-16">
          {children}
        </main>
        <footer className="border-line border-t">
          <p className="mx-auto max-w-5xl px-5 py-6 text-ink-muted text-sm">{t("footer")}</p>
        </footer>
      </body>
    </html>
  );
}
