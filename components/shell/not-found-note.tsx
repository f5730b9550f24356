import { getTranslations } from "next-intl/server";

/** There is nothing here, or nothing for this reader: the two look the same. */
export async function NotFoundNote() {
  const t = await getTranslations("common.notFound");
  return (
    <div className="mx-auto grid max-w-md gap-4 py-16">
      <h1 className="font-semibold text-2xl">{t("title")}</h1>
      <p className="text-ink-muted">{t("text")}</p>
      <a className="text-primary underline underline-offset-4" href="/sign-in">
        {t("home")}
      </a>
    </div>
  );
}
