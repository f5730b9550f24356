import "server-only";
import { consentMac, inForce } from "@/lib/db/consents";
import { newId } from "@/lib/db/id";
import { lockLink } from "@/lib/db/sql/consent";
import type { Work } from "@/lib/db/transact";
import { asPerson } from "@/lib/domain/actor";
import { isUnderFourteen } from "@/lib/domain/consent";
import type { AgreeToConsent } from "@/lib/domain/consent-input";
import { authorize } from "@/lib/domain/policy";
import { notFound, Refusal } from "@/lib/errors";

/**
 * Signs a consent for one of the account's people; a second agreement to the same text is the first one. Refusals:
 * `consent_outdated` (R7) where the text is no longer in force, `not_guardian` (R31) where the person is under fourteen and the
 * account has not declared to be the guardian.
 */
export async function agreeToConsent(work: Work, input: AgreeToConsent): Promise<{ id: string }> {
  authorize(work.actor, "consent.agree");
  const { accountId } = asPerson(work.actor);
  const link = await lockLink(work, accountId, input.patientId);
  if (!link) throw notFound();
  const text = await work.tx.consentText.findFirst({
    where: { id: input.consentTextId, sha256: input.sha256, ...inForce(work.now) },
    select: {
      ...{ id: true, kind: true, version: true, sha256: true },
      consents: {
        where: { accountId, patientId: input.patientId, withdrawnAt: null },
        select: { id: true, isByGuardian: true },
      },
    },
  });
  if (!text) throw new Refusal("consent_outdated", { rule: "R7" });
  const isByGuardian = isUnderFourteen(link.birthDate, work.now);
  if (isByGuardian && !link.isGuardian) throw new Refusal("not_guardian", { rule: "R31" });
  const { consents, kind, version, ...rest } = text;
  const given = consents.find((consent) => consent.isByGuardian === isByGuardian);
  const id = given?.id ?? newId();
  if (!given) {
    const consent = {
      ...{ id, consentTextId: rest.id, sha256: rest.sha256, accountId, patientId: input.patientId },
      ...{ locale: input.locale, isByGuardian, agreedAt: work.now },
    };
    await work.tx.consent.create({
      data: { ...consent, mac: consentMac({ ...consent, version }) },
      select: { id: true },
    });
  }
  work.audit({
    ...{ action: "consent.agree", subjectType: "consent", subjectId: id, patientId: input.patientId },
    detail: { kind, version, isByGuardian, isNew: !given },
  });
  return { id };
}
