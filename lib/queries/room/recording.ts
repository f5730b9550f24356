import "server-only";
import { db } from "@/lib/db/client";
import { scope } from "@/lib/db/scope";
import { recordView } from "@/lib/db/view";
import type { Person } from "@/lib/domain/actor";
import { notFound } from "@/lib/errors";

/** Where the pieces of one segment are kept, in their order, for somebody who took part. The look is written down. Throws `not_found`. */
export async function recordedPieces(
  actor: Person,
  now: Date,
  { callId, isFromCaller, segment }: { callId: string; isFromCaller: boolean; segment: number },
): Promise<string[]> {
  const call = await db().call.findFirst({
    where: { id: callId, consultation: scope.consultation(actor) },
    select: {
      consultation: { select: { patientId: true } },
      pieces: {
        where: { isFromCaller, segment },
        orderBy: { index: "asc" },
        select: { storageKey: true },
      },
    },
  });
  if (!call || call.pieces.length === 0) throw notFound();
  const { patientId } = call.consultation;
  await recordView(actor, now, { action: "call.listen", subjectType: "call", subjectId: callId, patientId });
  return call.pieces.map(({ storageKey }) => storageKey);
}
