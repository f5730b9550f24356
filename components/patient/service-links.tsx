import { MessageCircle, Stethoscope } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { AppLink } from "@/components/ui/button-link";
import { Card } from "@/components/ui/card";

const services = [
  { service: "follow_up", lead: "followUpLead", Icon: Stethoscope },
  { service: "consultation", lead: "consultationLead", Icon: MessageCircle },
] as const;

/** The two services, each with what it is for; they lead to the doctors who offer it. */
export async function ServiceLinks() {
  const [t, terms] = await Promise.all([getTranslations("patient.home"), getTranslations("terms")]);
  return (
    <ul className="grid gap-2 sm:grid-cols-2">
      {services.map(({ service, lead, Icon }) => (
        <li key={service}>
          <Card className="relative flex h-full items-start gap-3 hover:border-line-strong">
            <span
              aria-hidden="true"
              className="grid size-11 shrink-0 place-items-center rounded-full bg-primary-tint text-primary-tint-ink"
            >
              <Icon className="size-5" />
            </span>
            <div className="grid gap-0.5">
              <AppLink
                href={`/patient/doctors?service=${service}`}
                className="font-semibold after:absolute after:inset-0 after:rounded-lg"
              >
                {terms(`service.${service}`)}
              </AppLink>
              <p className="text-ink-muted text-sm">{t(lead)}</p>
            </div>
          </Card>
        </li>
      ))}
    </ul>
  );
}
