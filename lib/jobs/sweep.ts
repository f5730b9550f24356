import "server-only";
import { sweepCall } from "@/lib/commands/call/sweep";
import { expireClaim } from "@/lib/commands/claim/sweep";
import { beginConfig } from "@/lib/commands/config/sweep";
import { nudgeDoctor } from "@/lib/commands/consultation/nudge";
import { remindOfFollowUp } from "@/lib/commands/consultation/remind";
import { sweepConsultation } from "@/lib/commands/consultation/sweep";
import { sweepDraft } from "@/lib/commands/draft/sweep";
import { beginTerms } from "@/lib/commands/offering/sweep";
import { completeOrder } from "@/lib/commands/order/complete";
import { loseOrder } from "@/lib/commands/order/lose";
import { remindOfPickup } from "@/lib/commands/order/remind";
import { sweepOrder } from "@/lib/commands/order/sweep";
import { escalatePrescription } from "@/lib/commands/prescription/escalate";
import { remindOfRenewal } from "@/lib/commands/prescription/remind";
import { sweepPrescription } from "@/lib/commands/prescription/sweep";
import { forgetReportFile, repeatReport } from "@/lib/commands/report/sweep";
import { carryOutDestruction } from "@/lib/commands/retention/carry-out";
import { tellStaleParcel } from "@/lib/commands/shipment/stale";
import { type Command, transact } from "@/lib/db/transact";
import { systemActor } from "@/lib/domain/actor";
import { Refusal } from "@/lib/errors";
import { log } from "@/lib/log";
import {
  approvedDestructions,
  dueCalls,
  dueClaims,
  dueConfigs,
  dueConsultations,
  dueDrafts,
  dueFollowUps,
  dueOrders,
  duePrescriptions,
  dueRenewals,
  dueReports,
  dueTerms,
  lostOrders,
  nearDeadlines,
  oldReportFiles,
  ordersSoonOffShelf,
  overdueReviews,
  staleParcels,
  unsignedOrders,
} from "@/lib/queries/jobs/due";

type Sweep = readonly [due: (now: Date) => Promise<{ id: string }[]>, act: Command<{ id: string }, void>];

const sweeps: readonly Sweep[] = [
  [dueConsultations, sweepConsultation],
  [dueOrders, sweepOrder],
  [ordersSoonOffShelf, remindOfPickup],
  [staleParcels, tellStaleParcel],
  [lostOrders, loseOrder],
  [unsignedOrders, completeOrder],
  [duePrescriptions, sweepPrescription],
  [dueClaims, expireClaim],
  [dueDrafts, sweepDraft],
  [nearDeadlines, nudgeDoctor],
  [dueCalls, sweepCall],
  [dueFollowUps, remindOfFollowUp],
  [overdueReviews, escalatePrescription],
  [dueRenewals, remindOfRenewal],
  [dueTerms, beginTerms],
  [dueConfigs, beginConfig],
  [dueReports, repeatReport],
  [oldReportFiles, forgetReportFile],
  [approvedDestructions, carryOutDestruction],
];

/**
 * Acts on every deadline that `now` has passed, each in a transaction of its own; one that fails does not hold up the
 * others and is tried again at the next sweep. Returns how many acted.
 */
export async function sweepDeadlines(now: Date): Promise<number> {
  let acted = 0;
  for (const [due, act] of sweeps)
    for (const { id } of await due(now)) {
      try {
        await transact({ actor: systemActor("deadlines"), now }, act, { id });
        acted += 1;
      } catch (error) {
        const wasFaster = error instanceof Refusal && error.code === "conflict";
        if (!wasFaster) log().error({ err: error, job: act.name, id }, "sweep failed");
      }
    }
  return acted;
}
