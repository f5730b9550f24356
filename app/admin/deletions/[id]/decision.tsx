import { getTranslations } from "next-intl/server";
import { Section } from "@/components/ui/card";
import { Disclosure } from "@/components/ui/disclosure";
import { carryOutDeletion, rejectDeletion } from "./actions";
import { DecideForm } from "./decide-form";

/** The two answers; what cannot be carried out now can still be rejected. */
export async function Decision({ requestId, isUnderWay }: { requestId: string; isUnderWay: boolean }) {
  const [t, common] = await Promise.all([getTranslations("privacy.desk"), getTranslations("common")]);
  const texts = { reason: t("reason"), unreachable: common("unreachable") };
  return (
    <Section title={t("decide")}>
      {!isUnderWay && (
        <Disclosure summary={t("carryOut")}>
          <div className="grid gap-4">
            <p className="text-ink-muted">{t("carryOutLead")}</p>
            <DecideForm
              action={carryOutDeletion}
              requestId={requestId}
              variant="danger"
              texts={{ ...texts, submit: t("carryOut") }}
            />
          </div>
        </Disclosure>
      )}
      <Disclosure summary={t("reject")}>
        <DecideForm
          action={rejectDeletion}
          requestId={requestId}
          variant="secondary"
          texts={{ ...texts, submit: t("reject") }}
        />
      </Disclosure>
    </Section>
  );
}
