"use client";

import { useRouter } from "next/navigation";
import { Button } from "@/components/ui/button";
import { LOCALE_COOKIE, locales } from "@/lib/i18n/locale";

const YEAR_SECONDS = 31_536_000;

/** Shows the page in the other language, and remembers it for notices too; one stays where one is. */
export function LanguageSwitch({
  label,
  other,
  remember,
}: {
  label: string;
  other: string;
  remember: (choice: { locale: string }) => Promise<unknown>;
}) {
  const router = useRouter();
  const change = async () => {
    const locale = locales.find((each) => each !== document.documentElement.lang) ?? locales[0];
    document.cookie = `${LOCALE_COOKIE}=${locale}; path=/; max-age=${YEAR_SECONDS}; samesite=lax`;
    // The page changes even where the account could not be reached.
    await remember({ locale }).catch(() => {});
    router.refresh();
  };
  return (
    <Button variant="quiet" size="sm" aria-label={`${label}: ${other}`} onClick={change}>
      {other}
    </Button>
  );
}
