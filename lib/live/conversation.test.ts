import fc from "fast-check";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { CATCH_UP_LIMIT, type CatchUp, type Message, type RoomState } from "@/lib/domain/conversation";
import type { Answer } from "./ask";
import type { Ear } from "./connect";
import { conversationStore } from "./conversation";
import type { Keep } from "./keep";
import type { FileKeep } from "./keep-files";
import type { Outgoing, RoomApi } from "./room-api";

const ME = "patient";
const OTHER = "doctor";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function storage(): Keep {
  const kept = new Map<string, string>();
  return {
    getItem: (name) => kept.get(name) ?? null,
    setItem: (name, value) => void kept.set(name, value),
    removeItem: (name) => void kept.delete(name),
    key: (index) => [...kept.keys()][index] ?? null,
    get length() {
      return kept.size;
    },
  };
}

/** What a browser's database is to its tabs; a full one keeps nothing. */
function database(isFull = false): FileKeep & { readonly names: () => string[] } {
  const kept = new Map<string, Blob>();
  return {
    put: async (name, file) => {
      if (!isFull) kept.set(name, file);
      return !isFull;
    },
    get: async (name) => kept.get(name),
    remove: async (name) => void kept.delete(name),
    preview: (file) => `blob:${file.size}`,
    names: () => [...kept.keys()],
  };
}

/** The server with its database: numbers what is sent, knows what it has been sent before. */
class Server {
  readonly messages: Message[] = [];
  reads: Record<string, number> = {};
  refuses: string | undefined;
  heard: (seq: number) => void = () => {};

  say(senderId: string, { clientId, kind, body, refSeq }: Outgoing): Message {
    const known = this.messages.find((message) => message.clientId === clientId);
    if (known) return known;
    const message = {
      seq: this.messages.length + 1,
      kind,
      senderId,
      clientId,
      body,
      at: "",
      picture: null,
      voice: null,
      prescriptionId: null,
      refSeq,
      isRecalled: false,
    };
    this.messages.push(message);
    this.heard(message.seq);
    return message;
  }
  speak(body: string) {
    this.say(OTHER, { clientId: `${OTHER}-${this.messages.length}`, kind: "text", body, fileId: null, refSeq: null });
  }
  recall(seq: number): Message {
    const index = seq - 1;
    const gone = this.messages[index];
    if (gone) this.messages[index] = { ...gone, body: "", picture: null, isRecalled: true };
    const event = {
      ...this.say(ME, { clientId: `recall-${seq}`, kind: "text", body: "", fileId: null, refSeq: seq }),
      kind: "recall" as const,
    };
    this.messages[event.seq - 1] = event;
    return event;
  }
  get state(): RoomState {
    return {
      ...{ status: "in_progress", version: 1, dueAt: null, turnsUsed: 0, prescriptions: [], call: null },
      ...{ lastSeq: this.messages.length, reads: { ...this.reads } },
    };
  }
  after(seq: number): CatchUp {
    const asReadBy = (message: Message) => ({
      ...message,
      clientId: message.senderId === ME ? message.clientId : null,
    });
    return {
      messages: this.messages
        .filter((message) => message.seq > seq)
        .slice(0, CATCH_UP_LIMIT)
        .map(asReadBy),
      state: this.state,
    };
  }
}

type Road = <Data>(work: () => Data) => Promise<Answer<Data>>;
const goodRoad: Road = async (work) => ({ ok: true, data: work() });
const noRoad: Road = async () => ({ ok: false, why: "unreachable" });

/** A browser in the room; `road` is the way there and back, and may lose either. */
function browser(server: Server, options: { road?: Road; keep?: Keep; files?: FileKeep; accountId?: string } = {}) {
  const keep = options.keep ?? storage();
  const settings = { road: options.road ?? goodRoad };
  let ear: Ear | undefined;
  const api: RoomApi = {
    after: (seq) => settings.road(() => server.after(seq)),
    before: (seq) =>
      settings.road(() => ({ messages: server.messages.filter((one) => one.seq < seq), state: server.state })),
    send: async (message) =>
      server.refuses
        ? { ok: false, why: "refused", code: "invalid_input", message: server.refuses }
        : settings.road(() => server.say(ME, message)),
    recall: (seq) => settings.road(() => server.recall(seq)),
    read: (seq) => settings.road(() => ({ seq })),
    upload: () => settings.road(() => ({ id: "file", width: 1, height: 1 })),
  };
  const listen = (listener: Ear) => {
    ear = listener;
    return () => {
      ear = undefined;
    };
  };
  const store = conversationStore({ consultationId: "c", accountId: options.accountId ?? ME }, server.after(0), {
    api,
    listen,
    keep: () => keep,
    files: options.files ?? database(),
  });
  return {
    store,
    keep,
    settings,
    get ear() {
      return ear;
    },
    seen: () => store.snapshot().conversation.messages,
    bodies: () => store.snapshot().conversation.messages.map(({ body }) => body),
    link: () => store.snapshot().link,
    unsent: () => store.snapshot().unsent.map(({ body, state }) => [body, state]),
  };
}

const pass = (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds);

test("what the other side says appears with the event that tells of it", async () => {
  const server = new Server();
  const me = browser(server);
  me.store.start();
  me.ear?.live(true);
  await pass(0);
  server.speak("您好");
  me.ear?.heard("message", { seq: 1 });
  await pass(0);
  expect(me.bodies()).toEqual(["您好"]);
  expect(me.link()).toBe("live");
});

test("an event that never came is made up for after fifteen seconds of silence", async () => {
  const server = new Server();
  const me = browser(server);
  me.store.start();
  me.ear?.live(true);
  await pass(0);
  server.speak("在吗");
  await pass(14_900);
  expect(me.bodies()).toEqual([]);
  await pass(200);
  expect(me.bodies()).toEqual(["在吗"]);
});

test("without realtime what is new is there within five seconds, and the line says so", async () => {
  const server = new Server();
  const me = browser(server);
  me.store.start();
  for (let count = 1; count <= 10; count += 1) {
    server.speak(String(count));
    await pass(5_000);
    expect(me.seen()).toHaveLength(count);
  }
  expect(me.link()).toBe("polling");
  me.ear?.live(true);
  await pass(0);
  expect(me.link()).toBe("live");
  me.ear?.live(false);
  await pass(0);
  expect(me.link()).toBe("polling");
});

test("nobody asks the server for a page that nobody looks at; seen again, it catches up at once", async () => {
  const server = new Server();
  const me = browser(server);
  me.store.start();
  me.store.sleep();
  server.speak("醒来就看到");
  await pass(60_000);
  expect(me.bodies()).toEqual([]);
  me.store.wake();
  await pass(0);
  expect(me.bodies()).toEqual(["醒来就看到"]);
});

test("what is written is shown at once, waits while the server is away, and goes by itself in its order", async () => {
  const server = new Server();
  const me = browser(server, { road: noRoad });
  me.store.start();
  me.store.say("一");
  me.store.say("二");
  expect(me.unsent()).toEqual([
    ["一", "sending"],
    ["二", "sending"],
  ]);
  await pass(1);
  expect(me.unsent()).toEqual([
    ["一", "waiting"],
    ["二", "sending"],
  ]);
  me.settings.road = goodRoad;
  await pass(20_000);
  expect(server.messages.map(({ body }) => body)).toEqual(["一", "二"]);
  expect(me.bodies()).toEqual(["一", "二"]);
  expect(me.unsent()).toEqual([]);
  expect(me.keep.length).toBe(0);
});

test("what a closed tab had not sent yet is sent by the next one, once", async () => {
  const server = new Server();
  const keep = storage();
  const first = browser(server, { keep, road: noRoad });
  const close = first.store.start();
  first.store.say("还没发出去");
  first.store.say("第二句");
  await pass(10);
  close();
  const [second, third] = [browser(server, { keep }), browser(server, { keep })];
  second.store.start();
  third.store.start();
  await pass(10_000);
  expect(server.messages.map(({ body }) => body)).toEqual(["还没发出去", "第二句"]);
  expect([second.bodies(), third.bodies()]).toEqual([second.bodies(), ["还没发出去", "第二句"]]);
  expect(keep.length).toBe(0);
});

test("another account on the same device sees none of it", async () => {
  const server = new Server();
  const keep = storage();
  browser(server, { keep, road: noRoad }).store.say("只有我知道");
  await pass(10);
  const other = browser(server, { keep, accountId: OTHER });
  other.store.start();
  await pass(10_000);
  expect(other.unsent()).toEqual([]);
  expect(server.messages).toEqual([]);
});

test("a refused message says why, stays, and does not hold up the next", async () => {
  const server = new Server();
  const me = browser(server);
  me.store.start();
  server.refuses = "咨询已结束";
  me.store.say("太晚了");
  await pass(0);
  expect(me.store.snapshot().unsent).toMatchObject([{ body: "太晚了", state: "failed", reason: "咨询已结束" }]);
  server.refuses = undefined;
  me.store.say("又可以了");
  await pass(0);
  expect(me.bodies()).toEqual(["又可以了"]);
  const { clientId } = me.store.snapshot().unsent[0] ?? { clientId: "" };
  me.store.retry(clientId);
  await pass(0);
  expect(me.bodies()).toEqual(["又可以了", "太晚了"]);
  expect(me.unsent()).toEqual([]);
});

test("a picture and a voice that could not be sent outlive the tab, and go with the next one, in their order", async () => {
  const [server, keep, files] = [new Server(), storage(), database()];
  const before = browser(server, { road: noRoad, keep, files });
  const close = before.store.start();
  before.store.attach({ kind: "image", file: new Blob(["xy"]), seconds: null });
  await pass(5);
  before.store.attach({ kind: "voice", file: new Blob(["abc"]), seconds: 7 });
  await pass(5);
  before.store.say("还在吗");
  await pass(5);
  expect(before.store.wouldLose()).toBe(false);
  close();
  const after = browser(server, { road: noRoad, keep, files });
  after.store.start();
  await pass(1);
  expect(after.store.snapshot().unsent).toMatchObject([
    { kind: "image", preview: "blob:2" },
    { kind: "voice", preview: "blob:3", seconds: 7 },
    { kind: "text", body: "还在吗" },
  ]);
  after.settings.road = goodRoad;
  await pass(20_000);
  expect(server.messages.map(({ kind }) => kind)).toEqual(["image", "voice", "text"]);
  expect(after.store.snapshot().unsent).toEqual([]);
  expect(files.names()).toEqual([]);
  expect(keep.length).toBe(0);
});

test("what is thrown away is not kept", async () => {
  const [server, files] = [new Server(), database()];
  const me = browser(server, { road: noRoad, files });
  me.store.start();
  me.store.attach({ kind: "image", file: new Blob(["x"]), seconds: null });
  await pass(1);
  me.store.discard(me.store.snapshot().unsent[0]?.clientId ?? "");
  await pass(1);
  expect(files.names()).toEqual([]);
  expect(me.keep.length).toBe(0);
});

test("where nothing can be kept, a picture that is not uploaded yet would be lost with the tab; once uploaded it would not", async () => {
  const server = new Server();
  const me = browser(server, { road: noRoad, files: database(true) });
  me.store.start();
  me.store.attach({ kind: "image", file: new Blob(["x"]), seconds: null });
  await pass(1);
  expect(me.store.wouldLose()).toBe(true);
  expect(me.keep.length).toBe(0);
  me.settings.road = goodRoad;
  await pass(20_000);
  expect(me.store.wouldLose()).toBe(false);
  expect(server.messages.map(({ kind }) => kind)).toEqual(["image"]);
});

test("more than two hundred missed messages are all fetched", async () => {
  const server = new Server();
  const me = browser(server);
  for (let count = 0; count < 450; count += 1) server.speak(String(count));
  me.store.wake();
  await pass(0);
  expect(me.seen()).toHaveLength(450);
});

test("whatever is lost, doubled, late or out of order on the way, every browser ends with what the database holds", async () => {
  const happening = fc.constantFrom(
    "doctor speaks",
    "patient speaks",
    "time passes",
    "realtime goes",
    "realtime comes",
    "tab closes",
  );
  await fc.assert(
    fc.asyncProperty(
      fc.array(happening, { maxLength: 40 }),
      fc.infiniteStream(fc.double({ min: 0, max: 0.999, noNaN: true })),
      async (happenings, luck) => {
        const chance = () => Number(luck.next().value);
        const server = new Server();
        const later = async (work: () => void) => {
          await new Promise((resolve) => setTimeout(resolve, chance() * 3_000));
          work();
        };
        const badRoad: Road = async (work) => {
          if (chance() < 0.2) return { ok: false, why: "unreachable" };
          await later(() => {});
          const data = work();
          await later(() => {});
          return chance() < 0.2 ? { ok: false, why: "unreachable" } : { ok: true, data };
        };
        let me = browser(server, { road: badRoad });
        let close = me.store.start();
        server.heard = (seq) => {
          const copies = chance() < 0.2 ? 0 : chance() < 0.1 ? 2 : 1;
          for (let copy = 0; copy < copies; copy += 1) void later(() => me.ear?.heard("message", { seq }));
        };
        const said: string[] = [];
        for (const what of happenings) {
          if (what === "doctor speaks") server.speak(`d${server.messages.length}`);
          else if (what === "patient speaks") {
            said.push(`p${said.length}`);
            me.store.say(said.at(-1) ?? "");
          } else if (what === "time passes") await pass(chance() * 5_000);
          else if (what === "tab closes") {
            close();
            me = browser(server, { road: badRoad, keep: me.keep });
            close = me.store.start();
          } else me.ear?.live(what === "realtime comes");
        }
        me.settings.road = goodRoad;
        await pass(60_000);
        expect(me.seen()).toEqual(server.after(0).messages);
        expect(me.unsent()).toEqual([]);
        const mine = server.messages.filter(({ senderId }) => senderId === ME).map(({ body }) => body);
        expect([...mine].sort()).toEqual([...said].sort());
        close();
      },
    ),
    { numRuns: 60 },
  );
});

test("what is taken back disappears here and, whichever arrives first, on the other side", async () => {
  const server = new Server();
  const me = browser(server);
  const other = browser(server, { accountId: OTHER });
  me.store.say("不该说的话");
  await vi.advanceTimersByTimeAsync(0);
  expect(await me.store.recall(1)).toBeNull();
  const shown = () => me.store.snapshot().conversation.messages;
  expect(shown()[0]).toMatchObject({ seq: 1, body: "", isRecalled: true });
  expect(shown()[1]).toMatchObject({ kind: "recall", refSeq: 1 });
  other.store.wake();
  await vi.advanceTimersByTimeAsync(0);
  expect(JSON.stringify(other.store.snapshot())).not.toContain("不该说的话");
});

test("an answer carries the number of what it quotes, also after the tab was closed", async () => {
  const server = new Server();
  server.speak("哪里不舒服？");
  const keep = storage();
  const me = browser(server, { keep, road: noRoad });
  me.store.say("头痛", 1);
  await vi.advanceTimersByTimeAsync(0);
  const later = browser(server, { keep });
  later.store.start();
  await vi.advanceTimersByTimeAsync(0);
  expect(server.messages.at(-1)).toMatchObject({ body: "头痛", refSeq: 1 });
});

test("that the other side is there and writes is shown, told now and then, and forgotten when realtime goes", () => {
  const me = browser(new Server());
  me.store.start();
  const told: string[] = [];
  me.ear?.voice?.((event) => told.push(event));
  me.ear?.live(true);
  me.ear?.present?.([ME]);
  expect(me.store.snapshot()).toMatchObject({ isOtherHere: false, isOtherTyping: false });
  me.ear?.present?.([ME, OTHER]);
  me.ear?.heard("client-typing", {});
  expect(me.store.snapshot()).toMatchObject({ isOtherHere: true, isOtherTyping: true });
  vi.advanceTimersByTime(5_000);
  expect(me.store.snapshot()).toMatchObject({ isOtherHere: true, isOtherTyping: false });
  for (let key = 0; key < 10; key += 1) me.store.types();
  expect(told).toEqual(["client-typing"]);
  vi.advanceTimersByTime(3_000);
  me.store.types();
  expect(told).toHaveLength(2);
  me.ear?.live(false);
  expect(me.store.snapshot()).toMatchObject({ isOtherHere: false, isOtherTyping: false });
});

test("who has said it is no longer shown as writing it", async () => {
  const server = new Server();
  const me = browser(server);
  me.store.start();
  me.ear?.live(true);
  me.ear?.heard("client-typing", {});
  server.speak("here it is");
  me.ear?.heard("message", { seq: 1 });
  await vi.advanceTimersByTimeAsync(100);
  expect(me.store.snapshot().isOtherTyping).toBe(false);
});
