import "server-only";
import { db } from "@/lib/db/client";
import { inForce, verifyConsent } from "@/lib/db/consents";
import type { Person } from "@/lib/domain/actor";
import {
  type ConsentKind,
  type ConsentStep,
  consentKinds,
  isUnderFourteen,
  missingConsents,
} from "@/lib/domain/consent";
import { isId } from "@/lib/domain/id";
import { notFound } from "@/lib/errors";

const MOST_SHOWN = 50;

const textSelect = {
  ...{ id: true, kind: true, version: true, sha256: true, effectiveFrom: true },
  ...{ titleZh: true, titleEn: true, bodyZh: true, bodyEn: true },
} as const;

/** The texts in force of these kinds, in their order; asks nothing where none is wanted. */
export async function textsToRead(kinds: readonly ConsentKind[], now: Date) {
  if (kinds.length === 0) return [];
  const texts = await db().consentText.findMany({
    where: { kind: { in: [...kinds] }, ...inForce(now) },
    select: textSelect,
  });
  return kinds.flatMap((kind) => texts.filter((text) => text.kind === kind).map((text) => ({ ...text, kind })));
}

export type TextToRead = Awaited<ReturnType<typeof textsToRead>>[number];

/** What a step still needs for a person: its texts, in the order in which they are asked for. */
export const stillNeeded = (step: ConsentStep, patient: Parameters<typeof missingConsents>[1], now: Date) =>
  textsToRead(missingConsents(step, patient, now), now);

/**
 * What this account agreed to for one of its people: each text in force with the consent that stands, and everything agreed to before, the
 * newest first, with whether its signature still fits. Throws `not_found`.
 */
export async function personsConsents(actor: Person, now: Date, patientId: string) {
  if (!isId(patientId)) throw notFound();
  const { accountId } = actor;
  const [patient, texts] = await Promise.all([
    db().patient.findFirst({
      where: { id: patientId, links: { some: { accountId, endedAt: null } } },
      select: {
        ...{ id: true, name: true, birthDate: true },
        consents: {
          where: { accountId },
          orderBy: [{ agreedAt: "desc" }, { id: "desc" }],
          take: MOST_SHOWN,
          select: {
            ...{ id: true, consentTextId: true, sha256: true, accountId: true, patientId: true, locale: true },
            ...{ isByGuardian: true, agreedAt: true, withdrawnAt: true, mac: true },
            text: { select: { kind: true, version: true, titleZh: true, titleEn: true } },
          },
        },
      },
    }),
    textsToRead(consentKinds, now),
  ]);
  if (!patient) throw notFound();
  const { birthDate, consents: rows, ...person } = patient;
  const isChild = isUnderFourteen(birthDate, now);
  const consents = rows.map(({ text, mac, ...row }) => ({
    ...{ id: row.id, sha256: row.sha256, isByGuardian: row.isByGuardian, consentTextId: row.consentTextId },
    ...{ agreedAt: row.agreedAt, withdrawnAt: row.withdrawnAt, ...text },
    isVerified: verifyConsent({ ...row, version: text.version, mac }),
  }));
  const standing = consents.filter(
    ({ withdrawnAt, isByGuardian }) => withdrawnAt === null && (isChild || !isByGuardian),
  );
  return {
    person: { ...person, isChild },
    current: texts.map((text) => ({
      text,
      given: standing.find(({ consentTextId }) => consentTextId === text.id) ?? null,
      isOutdated: standing.some(({ kind }) => kind === text.kind),
    })),
    history: consents,
  };
}
