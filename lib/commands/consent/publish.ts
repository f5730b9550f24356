import "server-only";
import { textHash } from "@/lib/db/consents";
import { newId } from "@/lib/db/id";
import type { Work } from "@/lib/db/transact";
import { asPerson } from "@/lib/domain/actor";
import { shanghaiDay, startOfDay } from "@/lib/domain/calendar";
import type { PublishConsent } from "@/lib/domain/consent-input";
import { authorize } from "@/lib/domain/policy";
import { conflict, Refusal } from "@/lib/errors";

const wrong = (field: string, message: string) => new Refusal("invalid_input", { fields: { [field]: message } });

/** At once, or from the first moment of a later day in Asia/Shanghai. */
function effectiveFrom(day: string | undefined, now: Date): Date {
  const today = shanghaiDay(now);
  if (day === undefined || day === today) return now;
  if (day < today) throw wrong("effectiveOn", "date_past");
  return startOfDay(day);
}

/**
 * Publishes the next version of a consent text (R7); it never changes afterwards. Refusals: `conflict` where another admin
 * published since the form was opened, `consent_unchanged`, `date_past`, `date_before_last` where the last version starts later.
 */
export async function publishConsent(work: Work, input: PublishConsent): Promise<{ id: string; version: number }> {
  authorize(work.actor, "consent.publish");
  const { accountId } = asPerson(work.actor);
  const { kind, lastVersion, effectiveOn, ...words } = input;
  const last = await work.tx.consentText.findFirst({
    where: { kind, supersededAt: null },
    select: { id: true, version: true, effectiveFrom: true, titleZh: true, titleEn: true, sha256: true },
  });
  if ((last?.version ?? 0) !== lastVersion) throw conflict();
  const from = effectiveFrom(effectiveOn, work.now);
  if (last && from < last.effectiveFrom) throw wrong("effectiveOn", "date_before_last");
  const sha256 = textHash(words.bodyZh, words.bodyEn);
  if (last && last.sha256 === sha256 && last.titleZh === words.titleZh && last.titleEn === words.titleEn)
    throw new Refusal("consent_unchanged");
  if (last) {
    const { count } = await work.tx.consentText.updateMany({
      where: { id: last.id, supersededAt: null },
      data: { supersededAt: from },
    });
    if (count === 0) throw conflict();
  }
  const id = newId();
  const version = lastVersion + 1;
  await work.tx.consentText.create({
    data: {
      ...{ id, kind, version, ...words, sha256, effectiveFrom: from },
      ...{ publishedById: accountId, publishedAt: work.now },
    },
    select: { id: true },
  });
  work.audit({
    ...{ action: "consent.publish", subjectType: "consent_text", subjectId: id },
    detail: { kind, version, sha256, effectiveFrom: from.toISOString() },
  });
  return { id, version };
}
