import "server-only";
import { db } from "@/lib/db/client";
import { newSigningKey } from "@/lib/db/signing/new-key";
import type { Person } from "@/lib/domain/actor";
import { NOON } from "./noon";

/** The signing PIN of everybody in the fixtures. */
export const PIN = "246813";

/** The person with a signing key of his or her own. */
export async function keyed(person: Person): Promise<Person> {
  await db().signingKey.create({ data: await newSigningKey(person.accountId, PIN, NOON) });
  return person;
}
