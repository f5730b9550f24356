import { QrCode } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { RecordSummary } from "@/components/patient/record-summary";
import { waitTexts } from "@/components/record/wait-texts";
import { ButtonLink } from "@/components/ui/button-link";
import { Disclosure } from "@/components/ui/disclosure";
import type { personsCard } from "@/lib/queries/patient/card";
import { RefreshButton } from "./refresh-button";
import { UnlinkForm } from "./unlink-form";
import { WaysToLink } from "./ways-to-link";

type Person = NonNullable<Awaited<ReturnType<typeof personsCard>>>;

/** What a linked card offers: its code, the record behind it, another card in its place, and its end. */
export async function LinkedCard({ person, next }: { person: Person; next: string | undefined }) {
  const [t, own, common, wait] = await Promise.all([
    getTranslations("patient.card"),
    getTranslations("card"),
    getTranslations("common"),
    waitTexts(),
  ]);
  return (
    <>
      <ButtonLink variant="secondary" size="lg" wide href={`/patient/people/${person.id}/card/code`}>
        <QrCode aria-hidden="true" />
        {own("entry.show")}
      </ButtonLink>
      <RecordSummary person={person} />
      {person.missing.length === 0 && (
        <>
          <RefreshButton
            patientId={person.id}
            texts={{ refresh: t("refresh"), unreachable: common("unreachable"), wait }}
          />
          <Disclosure summary={t("resubmit")}>
            <WaysToLink patientId={person.id} next={next} isLinked />
          </Disclosure>
        </>
      )}
      <UnlinkForm
        patientId={person.id}
        texts={{
          trigger: own("unlink.trigger"),
          title: own("unlink.title", { name: person.name }),
          lead: own("unlink.lead"),
          confirm: own("unlink.confirm"),
          close: common("actions.close"),
          unreachable: common("unreachable"),
        }}
      />
    </>
  );
}
