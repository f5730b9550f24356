import { Bell, CalendarDays, Inbox, Siren } from "lucide-react";
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

export default async function DoctorLayout({ children }: { children: ReactNode }) {
  const actor = await requireActor("doctor");
  const t = await getTranslations("common");
  return (
    <RootDocument>
      <DeskShell
        brand={<Brand />}
        skipLabel={t("nav.skip")}
        navLabel={t("nav.doctor.label")}
        items={[
          { href: "/doctor", label: t("nav.doctor.queue"), icon: <Inbox />, exact: true },
          { href: "/doctor/schedule", label: t("nav.doctor.schedule"), icon: <CalendarDays /> },
          { href: "/doctor/emergency", label: t("nav.doctor.emergency"), icon: <Siren /> },
          {
            href: "/doctor/notices",
            label: t("nav.doctor.notices"),
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
