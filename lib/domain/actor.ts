import { Refusal } from "@/lib/errors";

export const roles = ["patient", "doctor", "pharmacist", "head_pharmacist", "support", "auditor", "admin"] as const;
export type Role = (typeof roles)[number];

/** Who acts: a signed-in person, somebody who has not signed in, or a part of the system (a job, a verified call-back). */
export type Actor =
  | {
      readonly role: Role;
      readonly accountId: string;
      readonly sessionId: string;
      readonly name: string;
      readonly locale: string;
      /** When the second factor was last shown in this session. */
      readonly stepUpAt: Date | null;
      /** The last good day of the licence to practise (a date column); null where none is needed. */
      readonly licensedUntil: Date | null;
      /** Whom a patient's account acts for in this session; null where nobody was chosen, or the link has ended. */
      readonly actingFor: { readonly id: string; readonly name: string } | null;
      /** Notices that were not read yet; a hundred stands for a hundred or more. */
      readonly unread: number;
    }
  | {
      readonly role: "stranger";
      readonly accountId: null;
      readonly name: "stranger";
      /** Where the request comes from: attempts are counted by it. */
      readonly address: string;
    }
  | {
      readonly role: "system";
      readonly accountId: null;
      readonly name:
        | "deadlines"
        | "payments"
        | "carrier"
        | "founding"
        | "wechat"
        | "outbox"
        | "keys"
        | "knowledge"
        | "reports"
        | "records"
        | "audit";
    };

export type Person = Extract<Actor, { accountId: string }>;

export const systemActor = (name: Extract<Actor, { role: "system" }>["name"]): Actor => ({
  role: "system",
  accountId: null,
  name,
});

export const stranger = (address: string): Actor => ({ role: "stranger", accountId: null, name: "stranger", address });

/** The person behind the actor; throws `forbidden` for a stranger or a part of the system. */
export function asPerson(actor: Actor): Person {
  if (actor.accountId === null) throw new Refusal("forbidden");
  return actor;
}

/** The first part of a URL is the role: where each role's portal stands. */
export const portalOf: Record<Role, "/patient" | "/doctor" | "/pharmacist" | "/admin"> = {
  patient: "/patient",
  doctor: "/doctor",
  pharmacist: "/pharmacist",
  head_pharmacist: "/pharmacist",
  support: "/admin",
  auditor: "/admin",
  admin: "/admin",
};
