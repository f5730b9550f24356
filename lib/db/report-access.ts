import "server-only";
import { guardedReport } from "@/lib/domain/report";
import { Refusal } from "@/lib/errors";
import type { Tx } from "./client";

/** R30: statistics by prescriber are open to whoever said why, within the hour; every other report is. */
export async function mayLookAt(
  tx: Pick<Tx, "prescriberLook">,
  accountId: string,
  report: string,
  now: Date,
): Promise<boolean> {
  if (report !== guardedReport) return true;
  const look = await tx.prescriberLook.findFirst({ where: { accountId, until: { gt: now } }, select: { id: true } });
  return look !== null;
}

/** The same for a command. Throws `prescriber_reason_needed`. */
export async function requireLook(...asked: Parameters<typeof mayLookAt>): Promise<void> {
  if (!(await mayLookAt(...asked))) throw new Refusal("prescriber_reason_needed", { rule: "R30" });
}
