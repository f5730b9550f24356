import "server-only";
import { db } from "@/lib/db/client";
import { scope } from "@/lib/db/scope";
import type { Person } from "@/lib/domain/actor";
import { callKinds } from "@/lib/domain/call";

/** Who is called, and by what, in one consultation that is under way; null where no call is held. */
export async function callPlace(actor: Person, id: string) {
  const found = await db().consultation.findFirst({
    where: { id, status: "in_progress", ...scope.consultation(actor) },
    select: {
      channel: true,
      patient: { select: { name: true } },
      doctor: { select: { nameZh: true, nameEn: true } },
    },
  });
  const kinds = callKinds(found?.channel ?? "text");
  return found && kinds.length > 0 ? { ...found, kinds } : null;
}
