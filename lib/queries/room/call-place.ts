import "server-only";
import { db } from "@/lib/db/client";
import { scope } from "@/lib/db/scope";
import type { Person } from "@/lib/domain/actor";
import { callKinds } from "@/lib/domain/call";

/** Who is called, and by what, in one consultation that is under way, and what was recorded of its calls; null where no call is held. */
export async function callPlace(actor: Person, id: string) {
  const found = await db().consultation.findFirst({
    where: { id, status: "in_progress", ...scope.consultation(actor) },
    select: {
      channel: true,
      offering: { select: { isRecorded: true } },
      calls: {
        where: { pieces: { some: {} } },
        orderBy: { startedAt: "desc" },
        select: {
          ...{ id: true, startedAt: true, startedById: true },
          pieces: {
            where: { index: 0 },
            orderBy: [{ isFromCaller: "desc" }, { segment: "asc" }],
            select: { isFromCaller: true, segment: true },
          },
        },
      },
      patient: { select: { name: true } },
      doctor: { select: { nameZh: true, nameEn: true } },
    },
  });
  const kinds = callKinds(found?.channel ?? "text");
  if (!found || kinds.length === 0) return null;
  const { offering, calls, ...place } = found;
  const recordings = calls.flatMap(({ id, startedAt, startedById, pieces }) =>
    pieces.map(({ isFromCaller, segment }) => ({
      ...{ callId: id, startedAt, segment, side: isFromCaller ? "caller" : "answerer" },
      isOwn: isFromCaller === (startedById === actor.accountId),
    })),
  );
  return { ...place, kinds, mayRecord: offering.isRecorded, recordings };
}
