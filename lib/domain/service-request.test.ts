import { expect, test } from "vitest";
import { addMinutes } from "./calendar";
import { answerDueAt, type RequestEvent, type RequestStatus, requestMachine } from "./service-request";

const NOON = new Date("2026-11-23T04:00:00.000Z");
const allowed: Record<RequestStatus, Partial<Record<RequestEvent, RequestStatus>>> = {
  open: { answer: "answered", follow_up: "open", resolve: "resolved" },
  answered: { answer: "answered", follow_up: "open", resolve: "resolved" },
  resolved: { reopen: "reopened" },
  reopened: { answer: "answered", follow_up: "reopened", resolve: "resolved" },
};
const events = ["answer", "follow_up", "resolve", "reopen"] as const;

test.each(requestMachine.states.flatMap((state) => events.map((event) => [state, event] as const)))(
  "R27 (the notice): a request that is %s, at the event %s, goes where the workflow says or nowhere",
  (state, event) => {
    expect(requestMachine.target(state, event)).toBe(allowed[state][event]);
  },
);

test("staff owe an answer within a day of the question; a further word does not push it back", () => {
  const tomorrow = addMinutes(NOON, 24 * 60);
  expect(answerDueAt("follow_up", null, NOON)).toEqual(tomorrow);
  expect(answerDueAt("follow_up", addMinutes(NOON, 5), NOON)).toEqual(addMinutes(NOON, 5));
  expect(answerDueAt("reopen", null, NOON)).toEqual(tomorrow);
  expect(answerDueAt("answer", NOON, NOON)).toBeNull();
  expect(answerDueAt("resolve", NOON, NOON)).toBeNull();
});
