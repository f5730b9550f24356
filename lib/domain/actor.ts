import { Refusal } from "@/lib/errors";

export const roles = ["patient", "doctor", "pharmacist", "head_pharmacist", "support", "auditor", "admin"] as const;
export type Role = (typeof roles)[number];

/** Who acts: a signed-in person, or a part of the system (a job, a verified call-back). */
export type Actor =
  | {
      readonly role: Role;
      readonly accountId: string;
      readonly sessionId: string;
      readonly name: string;
      readonly locale: string;
    }
  | {
      readonly role: "system";
      readonly accountId: null;
      readonly name: "deadlines" | "payments" | "carrier" | "outbox";
    };

export type Person = Extract<Actor, { accountId: string }>;

export const systemActor = (name: Extract<Actor, { role: "system" }>["name"]): Actor => ({
  role: "system",
  accountId: null,
  name,
});

/** The person behind the actor; throws `forbidden` for a part of the system. */
export function asPerson(actor: Actor): Person {
  if (actor.role === "system") throw new Refusal("forbidden");
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
