import { expect, test } from "vitest";
import { type OpenThings, todosOf } from "./patient-home";

const linked = { id: "p", name: "李雷", isLinked: true };
const empty: OpenThings = { people: [linked], consultations: [], orders: [] };
const talk = (change: Partial<OpenThings["consultations"][number]>) => ({
  ...{ id: "c", status: "in_progress" as const, dueAt: null, unread: 0, prescriptions: [] },
  ...change,
});
const kinds = (things: Partial<OpenThings>) => todosOf({ ...empty, ...things }).map(({ kind }) => kind);

test("an account without people begins by adding one, then links a card, then nothing waits", () => {
  expect(kinds({ people: [] })).toEqual(["addPerson"]);
  expect(kinds({ people: [{ ...linked, isLinked: false }] })).toEqual(["linkCard"]);
  expect(kinds({})).toEqual([]);
});

test("what lapses first is the next step: a fee to pay comes before a message to read", () => {
  const consultations = [
    talk({ id: "a", unread: 2 }),
    talk({ id: "b", status: "awaiting_payment", dueAt: new Date("2026-11-23T05:00:00Z") }),
    talk({ id: "c", status: "awaiting_payment", dueAt: new Date("2026-11-23T04:30:00Z") }),
  ];
  expect(todosOf({ ...empty, consultations }).map(({ kind, subjectId }) => `${kind} ${subjectId}`)).toEqual([
    "payFee c",
    "payFee b",
    "readMessages a",
  ]);
});

test("an approved prescription waits for its payment, also after the consultation has ended", () => {
  const prescriptions = [{ id: "rx", validUntil: new Date("2026-11-24T00:00:00Z") }];
  expect(todosOf({ ...empty, consultations: [talk({ status: "finished", prescriptions })] })).toEqual([
    { kind: "payMedicine", isMine: true, subjectId: "rx", dueAt: prescriptions[0]?.validUntil },
  ]);
});

test("what others are doing is shown, but is nobody's next step", () => {
  const todos = todosOf({
    ...empty,
    consultations: [talk({ status: "waiting" }), talk({})],
    orders: [{ id: "o", status: "picking", dueAt: null }],
  });
  expect(todos.map(({ kind, isMine }) => [kind, isMine])).toEqual([
    ["inRoom", false],
    ["waiting", false],
    ["beingPrepared", false],
  ]);
});

test.each([
  ["awaiting_payment", "payOrder"],
  ["ready_for_pickup", "collect"],
  ["shipped", "receive"],
  ["sealed", "beingPrepared"],
  ["delivered", undefined],
  ["cancelled", undefined],
] as const)("an order that is %s shows as %s", (status, kind) => {
  expect(kinds({ orders: [{ id: "o", status, dueAt: null }] })).toEqual(kind ? [kind] : []);
});
