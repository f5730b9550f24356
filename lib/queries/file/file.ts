import "server-only";
import { db, type Prisma } from "@/lib/db/client";
import { scope } from "@/lib/db/scope";
import { recordView } from "@/lib/db/view";
import type { Person } from "@/lib/domain/actor";
import { notFound } from "@/lib/errors";

/** A file's owner may open it, whoever takes part in the consultation that it was sent with, unless it was taken
 * back, and whoever looks after the service request that it belongs to. */
const visible = (actor: Person): Prisma.FileWhereInput => ({
  OR: [
    { ownerId: actor.accountId },
    { consultation: scope.consultation(actor), messages: { none: { recalledAt: { not: null } } } },
    { requestEntry: { request: scope.request(actor) } },
  ],
});

/** Where a file is kept. A look by somebody other than its owner is written into the audit. Throws `not_found`. */
export async function readableFile(actor: Person, now: Date, id: string) {
  const file = await db().file.findFirst({
    where: { id, ...visible(actor) },
    select: {
      storageKey: true,
      mediaType: true,
      ownerId: true,
      consultation: { select: { patientId: true } },
      requestEntry: { select: { request: { select: { order: { select: { patientId: true } } } } } },
    },
  });
  if (!file) throw notFound();
  const { storageKey, mediaType, ownerId, consultation, requestEntry } = file;
  if (ownerId !== actor.accountId)
    await recordView(actor, now, {
      action: "file.view",
      subjectType: "file",
      subjectId: id,
      patientId: consultation?.patientId ?? requestEntry?.request.order.patientId ?? null,
    });
  return { storageKey, mediaType };
}
