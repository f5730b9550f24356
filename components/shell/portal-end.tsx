import { getTranslations } from "next-intl/server";
import { LanguageSwitch } from "./language-switch";
import { SignOutButton } from "./sign-out-button";

/** What stands at the end of every portal's frame: who is signed in, the other language, the way out. */
export async function PortalEnd({
  name,
  remember,
}: {
  name: string;
  /** Stores the chosen language with the account. */
  remember: (choice: { locale: string }) => Promise<unknown>;
}) {
  const t = await getTranslations("common");
  return (
    <>
      <span className="truncate text-ink-muted max-sm:hidden">{name}</span>
      <LanguageSwitch label={t("language.label")} other={t("language.switch")} remember={remember} />
      <SignOutButton label={t("signOut")} />
    </>
  );
}
