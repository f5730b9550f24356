import {
  Bell,
  BellDot,
  BellRing,
  ChevronRight,
  ClipboardList,
  FileText,
  KeyRound,
  MapPin,
  MessageCircle,
  ReceiptText,
  ShieldCheck,
  Users,
} from "lucide-react";
import { getTranslations } from "next-intl/server";
import { AppLink } from "@/components/ui/button-link";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { requireActor } from "@/lib/auth/actor";
import { pageTitle } from "@/lib/i18n/metadata";

export const generateMetadata = pageTitle("patient", "me.title");

const places = [
  { name: "people", href: "/patient/people", Icon: Users },
  { name: "consultations", href: "/patient/consultations", Icon: MessageCircle },
  { name: "prescriptions", href: "/patient/prescriptions", Icon: FileText },
  { name: "orders", href: "/patient/orders", Icon: ClipboardList },
  { name: "payments", href: "/patient/payments", Icon: ReceiptText },
  { name: "addresses", href: "/patient/me/addresses", Icon: MapPin },
  { name: "notices", href: "/patient/notices", Icon: Bell },
  { name: "noticeSettings", href: "/patient/me/notices", Icon: BellDot },
  { name: "wechat", href: "/patient/me/wechat", Icon: BellRing },
  { name: "privacy", href: "/patient/me/privacy", Icon: ShieldCheck },
  { name: "security", href: "/patient/me/security", Icon: KeyRound },
] as const;

/** Everything that is mine; the language and the way out stand in the frame's header. */
export default async function MePage() {
  const actor = await requireActor("patient");
  const t = await getTranslations("patient.me");
  return (
    <>
      <PageHeader title={t("title")} lead={actor.name} />
      <Card className="p-0">
        <ul className="divide-y divide-line">
          {places.map(({ name, href, Icon }) => (
            <li key={name}>
              <AppLink
                href={href}
                className="flex min-h-14 items-center gap-3 px-4 font-medium hover:bg-surface-sunken"
              >
                <Icon aria-hidden="true" className="size-5 text-primary" />
                <span className="flex-1">{t(name)}</span>
                <ChevronRight aria-hidden="true" className="size-5 text-ink-muted" />
              </AppLink>
            </li>
          ))}
        </ul>
      </Card>
    </>
  );
}
