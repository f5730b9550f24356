import { getTranslations } from "next-intl/server";
import { Mark } from "@/components/ui/mark";

/** The hospital's sign and its short name. */
export async function Brand() {
  const t = await getTranslations("common");
  return (
    <span className="flex min-w-0 items-center gap-2.5">
      <Mark className="size-8 shrink-0" />
      <span className="truncate lg:whitespace-normal">{t("hospitalShort")}</span>
    </span>
  );
}
