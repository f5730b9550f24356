import "server-only";
import { seal } from "@/lib/db/seal";
import type { Work } from "@/lib/db/transact";
import { addressText } from "@/lib/domain/address";
import { authorize } from "@/lib/domain/policy";
import { NOBODY } from "@/lib/domain/retention";
import { conflict } from "@/lib/errors";

const AT_ONCE = 200;
const nobody = { recipient: NOBODY, phone: NOBODY, detail: NOBODY };

/**
 * R28: carries a destruction on that two people stand behind, some things at a time; rows go in the database's own function, which looks
 * again at the two people, the years and the holds; files follow by the outbox. Done when nothing is left.
 */
export async function carryOutDestruction(work: Work, { id }: { id: string }): Promise<void> {
  authorize(work.actor, "retention.carry_out");
  const asked = await work.tx.destruction.findFirst({ where: { id, status: "approved" }, select: { destroyed: true } });
  if (!asked) throw conflict();
  const blank = seal(addressText(nobody));
  const gone = await work.tx.$queryRaw<{ files: string[] | null }[]>`
    SELECT "files" FROM destroy_kept(${id}::uuid, ${work.now}, ${blank}, ${AT_ONCE})`;
  for (const { files } of gone) for (const key of files ?? []) work.erase(key);
  const isDone = gone.length < AT_ONCE;
  await work.tx.destruction.updateMany({
    where: { id, status: "approved" },
    data: { destroyed: { increment: gone.length }, ...(isDone && { status: "done", doneAt: work.now }) },
  });
  const detail = { destroyed: gone.length, isDone };
  work.audit({ action: "retention.carry_out", subjectType: "destruction", subjectId: id, detail });
}
