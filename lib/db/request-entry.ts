import "server-only";
import { asPerson } from "@/lib/domain/actor";
import { Refusal } from "@/lib/errors";
import { newId } from "./id";
import type { Work } from "./transact";

/** A word in a service request, with photos of the writer's own that stand nowhere else yet. Throws `picture_unknown`. */
export async function writeRequestEntry(
  work: Work,
  requestId: string,
  said: { readonly body: string; readonly pictureIds?: readonly string[] },
): Promise<void> {
  const { accountId, role } = asPerson(work.actor);
  const id = newId();
  const entry = { id, requestId, authorId: accountId, fromStaff: role !== "patient", body: said.body, at: work.now };
  await work.tx.serviceRequestEntry.create({ data: entry, select: { id: true } });
  const pictureIds = [...new Set(said.pictureIds)];
  if (pictureIds.length === 0) return;
  const { count } = await work.tx.file.updateMany({
    where: {
      ...{ id: { in: pictureIds }, ownerId: accountId, consultationId: null, requestEntryId: null },
      mediaType: { startsWith: "image/" },
    },
    data: { requestEntryId: id },
  });
  if (count !== pictureIds.length) throw new Refusal("picture_unknown", { fields: { pictureIds: "picture_unknown" } });
}

/** What both sides see of a word in a request. */
export const requestEntrySelect = {
  ...{ id: true, fromStaff: true, body: true, at: true },
  pictures: { orderBy: { id: "asc" }, select: { id: true, width: true, height: true } },
} as const;
