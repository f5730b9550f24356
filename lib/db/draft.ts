import "server-only";
import type { Prisma } from "./client";
import type { Work } from "./transact";

/** Takes a draft away with the pictures that were never sent; false where none is there, or another hand was faster. */
export async function deleteDraft(work: Work, where: Prisma.BookingDraftWhereInput): Promise<boolean> {
  const draft = await work.tx.bookingDraft.findFirst({
    where,
    select: { id: true, accountId: true, pictureIds: true },
  });
  if (!draft) return false;
  const { count } = await work.tx.bookingDraft.deleteMany({ where: { ...where, id: draft.id } });
  if (count === 0) return false;
  if (draft.pictureIds.length === 0) return true;
  const unsent = { id: { in: draft.pictureIds }, ownerId: draft.accountId, consultationId: null };
  const pictures = await work.tx.file.findMany({ where: unsent, select: { id: true, storageKey: true } });
  await work.tx.file.deleteMany({ where: { ...unsent, id: { in: pictures.map(({ id }) => id) } } });
  for (const { storageKey } of pictures) work.erase(storageKey);
  return true;
}
