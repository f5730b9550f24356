import { getTranslations } from "next-intl/server";
import { RootDocument } from "@/components/shell/root-document";

export default async function GlobalNotFound() {
  const t = await getTranslations("common.notFound");
  return (
    <RootDocument>
      <main className="mx-auto grid min-h-dvh max-w-md content-center gap-4 px-5">
        <h1 className="font-semibold text-2xl">{t("title")}</h1>
        <p className="text-ink-muted">{t("text")}</p>
        <a className="text-primary underline underline-offset-4" href="/">
          {t("home")}
        </a>
      </main>
    </RootDocument>
  );
}
