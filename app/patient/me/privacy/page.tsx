import { ChevronRight, Download, Eye, FileCheck, ShieldCheck, Trash2 } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { MyDeletions } from "@/components/privacy/my-deletions";
import { Avatar } from "@/components/ui/avatar";
import { AppLink, ButtonLink } from "@/components/ui/button-link";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { requireActor } from "@/lib/auth/actor";
import { pageTitle } from "@/lib/i18n/metadata";
import { myPrivacy } from "@/lib/queries/patient/privacy";

export const generateMetadata = pageTitle("privacy", "title");

const placesOf = (id: string) =>
  [
    { name: "access", href: `/patient/me/privacy/${id}/access`, Icon: Eye },
    { name: "consents", href: `/patient/people/${id}/consents`, Icon: FileCheck },
    { name: "copy", href: `/patient/me/privacy/${id}/copy`, Icon: Download },
    { name: "deletion", href: `/patient/me/privacy/${id}/deletion`, Icon: Trash2 },
  ] as const;

export default async function PrivacyPage() {
  const actor = await requireActor("patient");
  const [{ people, requests }, t, mine] = await Promise.all([
    myPrivacy(actor),
    getTranslations("privacy"),
    getTranslations("patient.people"),
  ]);
  return (
    <>
      <PageHeader title={t("title")} lead={t("lead")} />
      {people.length === 0 && (
        <EmptyState
          icon={<ShieldCheck />}
          title={t("none")}
          action={<ButtonLink href="/patient/people/add">{mine("add")}</ButtonLink>}
        >
          {t("noneLead")}
        </EmptyState>
      )}
      <ul className="grid gap-4">
        {people.map((person) => (
          <li key={person.id}>
            <Card className="!p-0 overflow-hidden">
              <h2 className="flex items-center gap-3 border-line border-b px-4 py-3 font-semibold">
                <Avatar name={person.name} />
                {person.name}
              </h2>
              <ul className="divide-y divide-line">
                {placesOf(person.id).map(({ name, href, Icon }) => (
                  <li key={name}>
                    <AppLink href={href} className="flex min-h-12 items-center gap-3 px-4 hover:bg-surface-sunken">
                      <Icon aria-hidden="true" className="size-5 text-primary" />
                      <span className="flex-1">{t(`person.${name}`)}</span>
                      <ChevronRight aria-hidden="true" className="size-5 text-ink-muted" />
                    </AppLink>
                  </li>
                ))}
              </ul>
            </Card>
          </li>
        ))}
      </ul>
      {requests.length > 0 && (
        <div className="mt-6">
          <MyDeletions requests={requests} now={new Date()} />
        </div>
      )}
    </>
  );
}
