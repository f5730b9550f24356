import { Bell, Boxes, MessageCircleQuestionMark, PackageCheck, ShieldCheck } from "lucide-react";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { switchLanguage } from "@/app/(account)/actions";
import { Brand } from "@/components/shell/brand";
import { PortalEnd } from "@/components/shell/portal-end";
import { RootDocument } from "@/components/shell/root-document";
import { DeskShell } from "@/components/ui/desk-shell";
import { requireActor } from "@/lib/auth/actor";
import { portalMetadata } from "@/lib/i18n/metadata";

export { viewport } from "@/components/shell/viewport";

export const generateMetadata = portalMetadata;

export default async function PharmacistLayout({ children }: { children: ReactNode }) {
  const actor = await requireActor("pharmacist", "head_pharmacist");
  const t = await getTranslations("common");
  return (
    <RootDocument>
      <DeskShell
        brand={<Brand />}
        skipLabel={t("nav.skip")}
        navLabel={t("nav.pharmacist.label")}
        items={[
          { href: "/pharmacist", label: t("nav.pharmacist.review"), icon: <ShieldCheck />, exact: true },
          { href: "/pharmacist/dispensing", label: t("nav.pharmacist.dispensing"), icon: <PackageCheck /> },
          { href: "/pharmacist/stock", label: t("nav.pharmacist.stock"), icon: <Boxes /> },
          { href: "/pharmacist/requests", label: t("nav.pharmacist.requests"), icon: <MessageCircleQuestionMark /> },
          {
            href: "/pharmacist/notices",
            label: t("nav.pharmacist.notices"),
            icon: <Bell />,
            count: { number: actor.unread, label: t("nav.unread", { count: actor.unread }) },
          },
        ]}
        end={<PortalEnd name={actor.name} securityHref="/security" remember={switchLanguage} />}
      >
        {children}
      </DeskShell>
    </RootDocument>
  );
}
