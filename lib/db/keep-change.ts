import "server-only";
import type { Prisma } from "./client";
import { newId } from "./id";
import type { Work } from "./transact";

/** What administrators set, with a history of its own. */
export type SettingKind = "department" | "offering";

interface Change {
  readonly kind: SettingKind;
  readonly thingId: string;
  /** The one that it makes. */
  readonly revision: number;
  readonly reason: string;
  readonly before: object | null;
  readonly after: object;
  /** Who decided on it, where that was not the one who carries it out. */
  readonly by?: string;
}

const plain = (fields: object): Prisma.InputJsonValue => JSON.parse(JSON.stringify(fields));

/** Keeps what stood before a change and after it. */
export async function keepChange(work: Work, { before, after, by, ...change }: Change): Promise<void> {
  await work.tx.settingChange.create({
    data: {
      ...{ id: newId(), ...change, actorId: by ?? work.actor.accountId, at: work.now },
      ...{ before: before ? plain(before) : undefined, after: plain(after) },
    },
    select: { id: true },
  });
}
