import {
  Archive,
  Banknote,
  Bell,
  Building2,
  ChartColumn,
  FileCheck,
  Gauge,
  MailWarning,
  MessageCircleQuestionMark,
  Pill,
  ScrollText,
  Siren,
  SlidersHorizontal,
  Trash2,
  UserPlus,
  Users,
} from "lucide-react";
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

export default async function AdminLayout({ children }: { children: ReactNode }) {
  const actor = await requireActor("admin", "support", "auditor");
  const t = await getTranslations("common");
  return (
    <RootDocument>
      <DeskShell
        brand={<Brand />}
        skipLabel={t("nav.skip")}
        navLabel={t("nav.admin.label")}
        items={[
          ...(actor.role === "support"
            ? [
                { href: "/admin/requests", label: t("nav.admin.requests"), icon: <MessageCircleQuestionMark /> },
                { href: "/admin/money", label: t("nav.admin.money"), icon: <Banknote /> },
                { href: "/admin/deliveries", label: t("nav.admin.deliveries"), icon: <MailWarning /> },
                { href: "/admin/claims", label: t("nav.admin.claims"), icon: <UserPlus /> },
              ]
            : [
                { href: "/admin", label: t("nav.admin.report"), icon: <Gauge />, exact: true },
                { href: "/admin/reports", label: t("nav.admin.reports"), icon: <ChartColumn /> },
                { href: "/admin/people", label: t("nav.admin.people"), icon: <Users /> },
                { href: "/admin/audit", label: t("nav.admin.audit"), icon: <ScrollText /> },
                { href: "/admin/retention", label: t("nav.admin.retention"), icon: <Archive /> },
                ...(actor.role === "admin"
                  ? [
                      { href: "/admin/money", label: t("nav.admin.money"), icon: <Banknote /> },
                      { href: "/admin/deliveries", label: t("nav.admin.deliveries"), icon: <MailWarning /> },
                      { href: "/admin/departments", label: t("nav.admin.departments"), icon: <Building2 /> },
                      { href: "/admin/settings", label: t("nav.admin.settings"), icon: <SlidersHorizontal /> },
                      { href: "/admin/formulary", label: t("nav.admin.formulary"), icon: <Pill /> },
                      { href: "/admin/claims", label: t("nav.admin.claims"), icon: <UserPlus /> },
                      { href: "/admin/consents", label: t("nav.admin.consents"), icon: <FileCheck /> },
                      { href: "/admin/deletions", label: t("nav.admin.deletions"), icon: <Trash2 /> },
                      { href: "/admin/emergencies", label: t("nav.admin.emergencies"), icon: <Siren /> },
                    ]
                  : []),
              ]),
          {
            href: "/admin/notices",
            label: t("nav.admin.notices"),
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
