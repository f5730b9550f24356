import "server-only";
import { createHash, createHmac, timingSafeEqual } from "node:crypto";
import type { Actor } from "@/lib/domain/actor";
import { env } from "@/lib/env";
import type { Prisma } from "./client";
import { NOBODY } from "./scope";

/** SHA-256 of both bodies, as the seed and every published version have it: what was read can be proved (R7). */
export const textHash = (bodyZh: string, bodyEn: string): string =>
  createHash("sha256").update(`${bodyZh}\n${bodyEn}`).digest("hex");

/** The texts that are in force: of each kind one. */
export const inForce = (now: Date) =>
  ({
    effectiveFrom: { lte: now },
    OR: [{ supersededAt: null }, { supersededAt: { gt: now } }],
  }) satisfies Prisma.ConsentTextWhereInput;

/** As part of the select of a patient: what the actor's account agreed to for the person and still stands, for `missingConsents`. */
export const liveConsents = (actor: Actor, now: Date) =>
  ({
    where: { accountId: actor.accountId ?? NOBODY, withdrawnAt: null, text: inForce(now) },
    select: { isByGuardian: true, text: { select: { kind: true } } },
  }) satisfies Prisma.Patient$consentsArgs;

/** What somebody agreed to, as it is signed. */
export interface ConsentToSign {
  readonly id: string;
  readonly consentTextId: string;
  readonly version: number;
  readonly sha256: string;
  readonly accountId: string;
  readonly patientId: string;
  readonly locale: string;
  readonly isByGuardian: boolean;
  readonly agreedAt: Date;
}

export interface SignedConsent extends ConsentToSign {
  readonly mac: string;
}

/** Keyed hash over what was agreed to, by whom, for whom and when; the key is the audit's, the prefix keeps the two apart. */
export function consentMac(signed: ConsentToSign): string {
  const key = Buffer.from(env().AUDIT_MAC_KEY, "base64");
  const content = [
    ...["consent", signed.id, signed.consentTextId, signed.version, signed.sha256, signed.accountId],
    ...[signed.patientId, signed.locale, signed.isByGuardian, signed.agreedAt.toISOString()],
  ];
  return createHmac("sha256", key).update(JSON.stringify(content)).digest("base64url");
}

/** Whether a row says what was signed. False for a row without a signature. */
export function verifyConsent(row: ConsentToSign & { readonly mac: string | null }): boolean {
  const [expected, found] = [Buffer.from(consentMac(row)), Buffer.from(row.mac ?? "")];
  return expected.length === found.length && timingSafeEqual(expected, found);
}
