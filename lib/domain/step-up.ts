import type { Actor } from "./actor";
import { addMinutes } from "./calendar";
import type { Verb } from "./policy";

/** For so long after the second factor was shown, nobody is asked for it again (`proof` 7). */
export const STEP_UP_MINUTES = 5;

/** What staff do with a fresh second factor only: signing, approving, refunding, exporting, and who may do what. */
const verbs: ReadonlySet<Verb> = new Set<Verb>([
  "account.confirm_identity",
  "account.change_password",
  "account.set_signing_pin",
  "account.add_passkey",
  "account.remove_passkey",
  "account.renew_recovery_codes",
  "prescription.prescribe",
  "prescription.revise",
  "prescription.double_sign",
  "prescription.approve",
  "staff.invite",
  "staff.import",
  "staff.change_role",
  "staff.renew_licence",
  "staff.reset_access",
  "deletion.decide",
  "record.break_glass",
  "emergency.review",
  "consent.publish",
  "formulary.save",
  "formulary.import",
  "stock.recall",
  "refund.give",
  "invoice.issue",
  "refund.retry",
  "audit.export",
  "report.ask_file",
  "config.plan",
  "retention.propose",
  "retention.decide",
  "retention.hold",
  "report.look",
  "department.save",
  "offering.add",
  "offering.set",
  "staff.disable",
  "staff.enable",
]);

/** Whether `actor` must show the second factor again before doing this. Patients have none. */
export const needsStepUp = (actor: Actor, verb: Verb, now: Date): boolean =>
  actor.accountId !== null &&
  actor.role !== "patient" &&
  verbs.has(verb) &&
  !(actor.stepUpAt !== null && actor.stepUpAt > addMinutes(now, -STEP_UP_MINUTES));
