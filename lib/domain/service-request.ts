import { addMinutes } from "./calendar";
import { machine, type Table } from "./machine";

export type RequestStatus = "open" | "answered" | "resolved" | "reopened";
export type RequestEvent = "answer" | "follow_up" | "resolve" | "reopen";

const table = {
  open: { answer: "answered", follow_up: "open", resolve: "resolved" },
  answered: { answer: "answered", follow_up: "open", resolve: "resolved" },
  resolved: { reopen: "reopened" },
  reopened: { answer: "answered", follow_up: "reopened", resolve: "resolved" },
} as const satisfies Table<RequestStatus, RequestEvent>;

export const requestMachine = machine<RequestStatus, RequestEvent>(table);

/** How staff settled a request. */
export const requestOutcomes = ["explained", "refunded", "sent_again", "done", "not_possible"] as const;

/** Photos that go with one word of a request. */
export const MOST_REQUEST_PICTURES = 6;

/** Hours within which staff answer. */
export const ANSWER_HOURS = 24;

/** By when staff owe an answer after an event: a patient who adds a word does not push the answer back. */
export function answerDueAt(event: RequestEvent, dueAt: Date | null, now: Date): Date | null {
  if (event === "answer" || event === "resolve") return null;
  if (event === "follow_up" && dueAt) return dueAt;
  return addMinutes(now, ANSWER_HOURS * 60);
}

export const requestKinds = [
  "where_is_it",
  "change_address",
  "damaged",
  "missing",
  "wrong",
  "return",
  "invoice",
  "other",
] as const;
export type RequestKind = (typeof requestKinds)[number];
