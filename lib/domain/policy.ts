import { Refusal } from "@/lib/errors";
import type { Actor, Role } from "./actor";

type Doer = Role | "stranger" | "system";

/**
 * Who may do what, by role; relation is the WHERE of each command (`db/scope`), state is its machine.
 * Every action, route and job names a verb of this table; the authorization matrix is read from it.
 */
export const policy = {
  "account.switch_language": ["patient", "doctor", "pharmacist", "head_pharmacist", "support", "auditor", "admin"],
  "account.confirm_identity": ["doctor"],
  "account.add_passkey": ["doctor", "pharmacist", "head_pharmacist", "support", "auditor", "admin"],
  "account.remove_passkey": ["doctor", "pharmacist", "head_pharmacist", "support", "auditor", "admin"],
  "account.renew_recovery_codes": ["doctor", "pharmacist", "head_pharmacist", "support", "auditor", "admin"],
  "account.ask_for_passkey": ["stranger"],
  "account.send_sign_in_code": ["stranger"],
  "account.send_own_code": ["patient"],
  "account.set_password": ["patient"],
  "account.change_password": ["doctor", "pharmacist", "head_pharmacist", "support", "auditor", "admin"],
  "account.change_phone": ["patient"],
  "account.end_session": ["patient", "doctor", "pharmacist", "head_pharmacist", "support", "auditor", "admin"],
  "account.step_up": ["doctor", "pharmacist", "head_pharmacist", "support", "auditor", "admin"],
  "wechat.bind": ["patient"],
  "wechat.unbind": ["patient"],
  "wechat.follow": ["system"],
  "keys.reseal": ["system"],
  "notice.read": ["patient", "doctor", "pharmacist", "head_pharmacist", "support", "auditor", "admin"],
  "realtime.join": ["patient", "doctor", "pharmacist", "head_pharmacist", "support", "auditor", "admin"],
  "patient.add": ["patient"],
  "patient.remove": ["patient"],
  "patient.reveal_id": ["patient"],
  "account.act_for": ["patient"],
  "claim.decide": ["patient"],
  "claim.withdraw": ["patient"],
  "claim.prove": ["patient"],
  "claim.decide_as_staff": ["support", "admin"],
  "claim.sweep": ["system"],
  "card.link": ["patient"],
  "card.unlink": ["patient"],
  "consent.agree": ["patient"],
  "consent.withdraw": ["patient"],
  "consent.publish": ["admin"],
  "deletion.request": ["patient"],
  "deletion.withdraw": ["patient"],
  "deletion.decide": ["admin"],
  "draft.save": ["patient"],
  "draft.discard": ["patient"],
  "draft.sweep": ["system"],
  "consultation.book": ["patient"],
  "consultation.cancel": ["patient"],
  "consultation.rate": ["patient"],
  "consultation.accept": ["doctor"],
  "consultation.decline": ["doctor"],
  "consultation.finish": ["doctor"],
  "consultation.refer_offline": ["doctor"],
  "consultation.sweep": ["system"],
  "consultation.nudge": ["system"],
  "schedule.set_week": ["doctor"],
  "schedule.set_day": ["doctor"],
  "schedule.unset_day": ["doctor"],
  "schedule.take_leave": ["doctor"],
  "schedule.end_leave": ["doctor"],
  "schedule.set_intake": ["doctor"],
  "call.start": ["patient", "doctor"],
  "call.answer": ["patient", "doctor"],
  "call.end": ["patient", "doctor"],
  "call.signal": ["patient", "doctor"],
  "call.follow": ["patient", "doctor"],
  "call.sweep": ["system"],
  "message.send": ["patient", "doctor"],
  "message.recall": ["patient", "doctor"],
  "message.list": ["patient", "doctor"],
  "message.read": ["patient", "doctor"],
  "file.upload": ["patient", "doctor"],
  "file.view": ["patient", "doctor", "pharmacist", "head_pharmacist"],
  "record.export": ["patient"],
  "record.refresh": ["patient", "doctor"],
  "prescription.prescribe": ["doctor"],
  "prescription.revise": ["doctor"],
  "prescription.double_sign": ["doctor"],
  "prescription.void": ["doctor"],
  "prescription.claim": ["pharmacist", "head_pharmacist"],
  "prescription.release": ["pharmacist", "head_pharmacist"],
  "prescription.approve": ["pharmacist", "head_pharmacist"],
  "prescription.return": ["pharmacist", "head_pharmacist"],
  "prescription.refuse": ["pharmacist", "head_pharmacist"],
  "prescription.sweep": ["system"],
  "order.place": ["patient"],
  "order.change_address": ["patient"],
  "order.cancel": ["patient"],
  "order.pick": ["pharmacist", "head_pharmacist"],
  "order.check": ["pharmacist", "head_pharmacist"],
  "order.seal": ["pharmacist", "head_pharmacist"],
  "order.ship": ["pharmacist", "head_pharmacist"],
  "order.shelve": ["pharmacist", "head_pharmacist"],
  "order.hand_over": ["pharmacist", "head_pharmacist"],
  "order.sign": ["patient"],
  "order.sweep": ["system"],
  "payment.begin": ["patient"],
  "payment.refresh": ["patient"],
  "payment.settle": ["system"],
  "refund.carry_out": ["system"],
  "shipment.report": ["system"],
  "request.open": ["patient"],
  "request.follow_up": ["patient"],
  "request.answer": ["pharmacist", "head_pharmacist", "support"],
  "request.resolve": ["patient", "pharmacist", "head_pharmacist", "support"],
  "request.reopen": ["patient"],
  "staff.invite": ["admin"],
  "staff.revoke_invitation": ["admin"],
  "staff.accept_invitation": ["stranger"],
  "staff.change_role": ["admin"],
  "staff.renew_licence": ["admin"],
  "staff.reset_access": ["admin"],
  "staff.disable": ["admin"],
  "staff.enable": ["admin"],
} as const satisfies Record<string, readonly Doer[]>;

export type Verb = keyof typeof policy;

export const may = (actor: Pick<Actor, "role">, verb: Verb): boolean =>
  (policy[verb] as readonly Doer[]).includes(actor.role);

/** Throws `forbidden` where the actor's role may not do it. */
export function authorize(actor: Actor, verb: Verb): void {
  if (!may(actor, verb)) throw new Refusal("forbidden");
}

/** R20, four eyes: throws `code` where the actor is the person who did the step before. */
export function requireOtherPerson(actor: Actor, otherId: string | null, code: string): void {
  if (otherId !== null && actor.accountId === otherId) throw new Refusal(code, { rule: "R20" });
}
