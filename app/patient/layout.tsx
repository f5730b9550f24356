import { ClipboardList, House, Stethoscope, UserRound } from "lucide-react";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { switchLanguage } from "@/app/(account)/actions";
import { ActingFor } from "@/components/patient/acting-for";
import { Brand } from "@/components/shell/brand";
import { PortalEnd } from "@/components/shell/portal-end";
import { RootDocument } from "@/components/shell/root-document";
import { PhoneShell } from "@/components/ui/phone-shell";
import { requireActor } from "@/lib/auth/actor";
import { portalMetadata } from "@/lib/i18n/metadata";

export { viewport } from "@/components/shell/viewport";

export const generateMetadata = portalMetadata;

export default async function PatientLayout({ children }: { children: ReactNode }) {
  const actor = await requireActor("patient");
  const t = await getTranslations("common");
  return (
    <RootDocument>
      <PhoneShell
        brand={<Brand compact />}
        skipLabel={t("nav.skip")}
        navLabel={t("nav.patient.label")}
        items={[
          { href: "/patient", label: t("nav.patient.home"), icon: <House />, exact: true },
          { href: "/patient/doctors", label: t("nav.patient.doctors"), icon: <Stethoscope /> },
          { href: "/patient/orders", label: t("nav.patient.orders"), icon: <ClipboardList /> },
          { href: "/patient/me", label: t("nav.patient.me"), icon: <UserRound /> },
        ]}
        end={
          <>
            <ActingFor actor={actor} />
            <PortalEnd name={actor.name} remember={switchLanguage} />
          </>
        }
      >
        {children}
      </PhoneShell>
    </RootDocument>
  );
}
