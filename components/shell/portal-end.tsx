import { getTranslations } from "next-intl/server";
import { LanguageSwitch } from "./language-switch";
import { SignOutButton } from "./sign-out-button";

/** What stands at the end of every portal's frame: who is signed in, the other language, the way out. */
export async function PortalEnd({
  name,
  securityHref,
  remember,
}: {
  name: string;
  /** Where staff see how they sign in; a page of its own. */
  securityHref?: string;
  /** Stores the chosen language with the account. */
  remember: (choice: { locale: string }) => Promise<unknown>;
}) {
  const t = await getTranslations("common");
  return (
    <>
      {securityHref ? (
        <a href={securityHref} title={t("nav.security")} className="truncate text-primary underline max-sm:hidden">
          {name}
        </a>
      ) : (
        <span className="truncate text-ink-muted max-sm:hidden">{name}</span>
      )}
      <LanguageSwitch label={t("language.label")} other={t("language.switch")} remember={remember} />
      <SignOutButton label={t("signOut")} />
    </>
  );
}
