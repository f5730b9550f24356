import fc from "fast-check";
import { expect, test } from "vitest";
import { consultationMachine } from "./consultation";
import {
  type CatchUp,
  type Conversation,
  canRecall,
  isBehind,
  knownUpTo,
  type Message,
  markRead,
  merge,
  openConversation,
  PAGE_LIMIT,
  type RoomState,
  whyNotWrite,
  writableStates,
} from "./conversation";

const message = (seq: number): Message => ({
  seq,
  kind: "text",
  senderId: seq % 2 === 0 ? "doctor" : "patient",
  clientId: null,
  body: `message ${seq}`,
  at: new Date(seq * 1000).toISOString(),
  picture: null,
  voice: null,
  prescriptionId: null,
  refSeq: null,
  isRecalled: false,
});

/** The truth: a conversation that only grows, and can be fetched from at any moment of its past. */
class Database {
  private readonly states: RoomState[] = [
    {
      status: "in_progress",
      version: 1,
      lastSeq: 0,
      dueAt: null,
      turnsUsed: 0,
      reads: {},
      prescriptions: [],
      call: null,
    },
  ];
  get now(): RoomState {
    return this.states.at(-1) as RoomState;
  }
  say() {
    this.states.push({ ...this.now, lastSeq: this.now.lastSeq + 1, turnsUsed: this.now.turnsUsed + 1 });
  }
  read(who: string) {
    this.states.push({ ...this.now, reads: { ...this.now.reads, [who]: this.now.lastSeq } });
  }
  prescribe() {
    const { version, prescriptions } = this.now;
    const id = String(prescriptions.length).padStart(3, "0");
    const card = { id, number: `RX${id}`, status: "in_review" as const, version: 1 };
    this.states.push({ ...this.now, version: version + 1, prescriptions: [...prescriptions, card] });
  }
  approve() {
    const [first, ...rest] = this.now.prescriptions;
    if (!first) return;
    const approved = { ...first, status: "approved" as const, version: first.version + 1 };
    this.states.push({ ...this.now, prescriptions: [approved, ...rest] });
  }
  close() {
    this.states.push({ ...this.now, status: "finished", version: this.now.version + 1 });
  }
  /** As it stood at a moment: 0 the beginning, 1 now. */
  fetchAfter(seq: number, moment = 1): CatchUp {
    const state = this.states[Math.round((this.states.length - 1) * moment)] as RoomState;
    const seqs = Array.from({ length: state.lastSeq }, (_, index) => index + 1).filter((each) => each > seq);
    return { messages: seqs.map(message), state };
  }
  open(moment = 1): Conversation {
    const { messages, state } = this.fetchAfter(0, moment);
    return openConversation({ messages: messages.slice(-PAGE_LIMIT), state });
  }
}

const steps = ["say", "say", "say", "say", "read", "prescribe", "approve", "close"] as const;
const history = fc.array(fc.constantFrom(...steps), { minLength: 1, maxLength: 80 }).map((happened) => {
  const database = new Database();
  for (const step of happened) step === "read" ? database.read("patient") : database[step]();
  return database;
});
const moment = fc.double({ min: 0, max: 1, noNaN: true });

test("a stale picture that gets the same news late, twice and in any order ends as a fresh one", () => {
  fc.assert(
    fc.property(history, moment, fc.array(fc.tuple(moment, moment), { maxLength: 20 }), (database, opened, fetches) => {
      let known = database.open(opened);
      const { start } = known;
      for (const [asked, answered] of fetches) {
        const from = Math.floor(start + (database.now.lastSeq - start) * asked);
        const news = database.fetchAfter(from, answered);
        known = merge(merge(known, news), news);
      }
      known = merge(known, database.fetchAfter(knownUpTo(known)));
      expect(known.state).toEqual(database.now);
      expect(known.messages).toEqual(database.fetchAfter(start).messages);
      expect(isBehind(known)).toBe(false);
    }),
  );
});

test("the order in which news arrives does not matter", () => {
  const news = fc.array(moment, { minLength: 1, maxLength: 8 });
  fc.assert(
    fc.property(history, news, fc.infiniteStream(fc.nat()), (database, moments, shuffle) => {
      const known = database.open(0);
      const batches = moments.map((at) => database.fetchAfter(0, at));
      const shuffled = batches
        .map((batch) => ({ batch, at: Number(shuffle.next().value) }))
        .sort((a, b) => a.at - b.at)
        .map(({ batch }) => batch);
      const inOrder = batches.reduce(merge, known);
      const outOfOrder = shuffled.reduce(merge, known);
      expect(outOfOrder.messages).toEqual(inOrder.messages);
      expect(outOfOrder.state.reads).toEqual(inOrder.state.reads);
      expect(outOfOrder.state.prescriptions).toEqual(inOrder.state.prescriptions);
      expect(outOfOrder.state.status).toEqual(inOrder.state.status);
      expect(outOfOrder.state.lastSeq).toEqual(inOrder.state.lastSeq);
    }),
  );
});

test("a hole is noticed, and what is asked for begins where it begins", () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.integer({ min: 1, max: 40 })), (seqs) => {
      const empty = new Database().open();
      const known = merge(empty, { messages: seqs.map(message), state: empty.state });
      const firstMissing = Array.from({ length: 41 }, (_, index) => index + 1).find((seq) => !seqs.includes(seq)) ?? 0;
      expect(knownUpTo(known)).toBe(firstMissing - 1);
      expect(isBehind(known)).toBe(seqs.some((seq) => seq > firstMissing));
      expect(isBehind(known, firstMissing)).toBe(true);
    }),
  );
});

test("what was said earlier is joined to the front, without moving what is already known", () => {
  const database = new Database();
  for (let count = 0; count < 120; count += 1) database.say();
  const opened = database.open();
  expect(opened.start).toBe(70);
  const earlier = { messages: database.fetchAfter(20).messages.slice(0, 50), state: database.now };
  const joined = merge(opened, earlier);
  expect({ start: joined.start, first: joined.messages[0]?.seq, known: knownUpTo(joined) }).toEqual({
    start: 20,
    first: 21,
    known: 120,
  });
});

test("a read mark that arrives late does not take back a later one", () => {
  const known = markRead(markRead(new Database().open(), "patient", 7), "patient", 3);
  expect(known.state.reads).toEqual({ patient: 7 });
});

test("the patient writes while waiting and during the consultation, the doctor during it, nobody afterwards", () => {
  expect(writableStates("patient")).toEqual(["waiting", "in_progress"]);
  expect(writableStates("doctor")).toEqual(["in_progress"]);
  for (const status of consultationMachine.states)
    for (const writer of ["patient", "doctor"] as const) {
      const isOpen = writableStates(writer).includes(status);
      const expected = isOpen
        ? undefined
        : consultationMachine.isFinal(status)
          ? "conversation_closed"
          : "conversation_not_open";
      expect(whyNotWrite(writer, { status, turnsUsed: 0, turnLimit: 1, opensTurn: true })).toBe(expected);
    }
});

test("used-up turns stop a new turn of the patient, not the one that is open, and never the doctor", () => {
  const usedUp = { status: "in_progress", turnsUsed: 3, turnLimit: 3 } as const;
  expect(whyNotWrite("patient", { ...usedUp, opensTurn: true })).toBe("turns_used_up");
  expect(whyNotWrite("patient", { ...usedUp, opensTurn: false })).toBeUndefined();
  expect(whyNotWrite("doctor", { ...usedUp, opensTurn: false })).toBeUndefined();
});

test("a recall hides its message in whichever order the two arrive", () => {
  const said = { ...message(1), body: "secret" };
  const recall: Message = { ...message(2), kind: "recall", body: "", refSeq: 1, senderId: said.senderId };
  const state = { ...new Database().now, lastSeq: 2 };
  const orders = [
    [said, recall],
    [recall, said],
  ];
  for (const order of orders) {
    let known = openConversation({ messages: [], state: { ...state, lastSeq: 0 } });
    for (const one of order) known = merge(known, { messages: [one], state });
    expect(known.messages.map(({ seq, body, isRecalled }) => [seq, body, isRecalled])).toEqual([
      [1, "", true],
      [2, "", false],
    ]);
  }
});

test("one's own words can be taken back for two minutes, nothing else ever", () => {
  const said = { ...message(1), at: "2026-11-23T04:00:00.000Z", senderId: "me" };
  const at = (seconds: number) => new Date(Date.parse(said.at) + seconds * 1000);
  expect(canRecall(said, "me", at(119))).toBe(true);
  expect(canRecall(said, "me", at(120))).toBe(false);
  expect(canRecall(said, "other", at(1))).toBe(false);
  for (const kind of ["system", "prescription", "recall"] as const)
    expect(canRecall({ ...said, kind }, "me", at(1))).toBe(false);
  expect(canRecall({ ...said, isRecalled: true }, "me", at(1))).toBe(false);
});
