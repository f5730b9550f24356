import { getTranslations } from "next-intl/server";
import { Mark } from "@/components/ui/mark";

/** The hospital's sign and its short name; `compact`: on a phone the name is read out, not shown. */
export async function Brand({ compact = false }: { compact?: boolean }) {
  const t = await getTranslations("common");
  return (
    <span className="flex min-w-0 items-center gap-2.5">
      <Mark className="size-8 shrink-0" />
      <span className={compact ? "truncate max-sm:sr-only lg:whitespace-normal" : "truncate lg:whitespace-normal"}>
        {t("hospitalShort")}
      </span>
    </span>
  );
}
