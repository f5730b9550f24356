import { getTranslations } from "next-intl/server";
import { PageHeader } from "@/components/ui/page-header";
import { requireActor } from "@/lib/auth/actor";
import { pageTitle } from "@/lib/i18n/metadata";
import { personsConsents } from "@/lib/queries/patient/consents";
import { orNotFound } from "@/lib/web/or-not-found";
import { Current } from "./current";
import { History } from "./history";

export const generateMetadata = pageTitle("consent", "mine.metaTitle");

export default async function ConsentsPage({ params }: { params: Promise<{ id: string }> }) {
  const actor = await requireActor("patient");
  const [{ person, current, history }, t, privacy] = await Promise.all([
    orNotFound(personsConsents(actor, new Date(), (await params).id)),
    getTranslations("consent.mine"),
    getTranslations("privacy"),
  ]);
  return (
    <>
      <PageHeader
        back={{ href: "/patient/me/privacy", label: privacy("back") }}
        title={t("title", { name: person.name })}
        lead={t("lead")}
      />
      <div className="grid gap-5">
        <ul className="grid gap-4">
          {current.map((entry) => (
            <li key={entry.text.id}>
              <Current person={person} entry={entry} />
            </li>
          ))}
        </ul>
        <History rows={history} />
      </div>
    </>
  );
}
