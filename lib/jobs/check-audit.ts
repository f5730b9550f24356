import "server-only";
import { systemActor } from "@/lib/domain/actor";
import { verify } from "@/lib/flows/audit/verify";

/** Walks the chain of the audit by night. Returns how many faults there are. */
export async function checkAudit(now: Date): Promise<number> {
  const { faults } = await verify({ actor: systemActor("audit"), now });
  return faults;
}
