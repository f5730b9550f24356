import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Answer } from "./ask";
import { autosave, type Saved, type SaveView } from "./autosave";

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

const done = (version: number): Answer<Saved> => ({
  ok: true,
  data: { version, savedAt: "2026-11-23T04:00:00.000Z" },
});
const refused = (code: string): Answer<Saved> => ({ ok: false, why: "refused", code, message: code });

/** A form with one text, and a server that gives the wanted answers in order. */
function typing(answers: readonly Answer<Saved>[], kept: Saved | null = null) {
  const form = { text: "" };
  const sent: { text: string; version: number; isLeaving: boolean }[] = [];
  const views: SaveView[] = [];
  const keeper = autosave({
    kept,
    read: () => ({ text: form.text }),
    put: async (content, version, isLeaving) => {
      sent.push({ text: (content as { text: string }).text, version, isLeaving });
      return answers[sent.length - 1] ?? done(version + 1);
    },
    changed: (view) => views.push(view),
  });
  const type = (text: string) => {
    form.text = text;
    keeper.touch();
  };
  return { keeper, type, sent, states: () => views.map(({ state }) => state), latest: () => views.at(-1) };
}

test("is sent once, a second after the last keystroke", async () => {
  const { type, sent, states, latest } = typing([]);
  type("头");
  await vi.advanceTimersByTimeAsync(900);
  type("头痛");
  await vi.advanceTimersByTimeAsync(999);
  expect(sent).toEqual([]);
  await vi.advanceTimersByTimeAsync(1);
  expect(sent).toEqual([{ text: "头痛", version: 0, isLeaving: false }]);
  expect(states()).toEqual(["unsaved", "saving", "saved"]);
  expect(latest()?.savedAt).toBe("2026-11-23T04:00:00.000Z");
});

test("goes on from the version of the last answer, and from the one that was kept before", async () => {
  const { type, sent } = typing([], { version: 4, savedAt: "2026-11-22T04:00:00.000Z" });
  for (const text of ["一", "二"]) {
    type(text);
    await vi.advanceTimersByTimeAsync(1_000);
  }
  expect(sent.map(({ version }) => version)).toEqual([4, 5]);
});

test("what is typed while it is being sent follows", async () => {
  const { keeper, type, sent } = typing([]);
  type("一");
  keeper.flush();
  type("一二");
  await vi.advanceTimersByTimeAsync(2_000);
  expect(sent.map(({ text }) => text)).toEqual(["一", "一二"]);
});

test("nothing is sent where nothing changed, or was changed back", async () => {
  const { keeper, type, sent, states } = typing([]);
  keeper.touch();
  keeper.flush(true);
  type("一");
  type("");
  await vi.advanceTimersByTimeAsync(5_000);
  expect(sent).toEqual([]);
  expect(states()).toEqual(["unsaved", "still"]);
});

test.each(["unreachable", "signed_out"] as const)("%s: tried again until it is saved", async (why) => {
  const { type, sent, states } = typing([
    { ok: false, why },
    { ok: false, why },
  ]);
  type("一");
  await vi.advanceTimersByTimeAsync(11_000);
  expect(sent).toHaveLength(3);
  expect(states()).toEqual(["unsaved", "saving", why, "saving", why, "saving", "saved"]);
});

test("an older tab stops at once and overwrites nothing", async () => {
  const { keeper, type, sent, latest } = typing([refused("draft_newer")]);
  type("一");
  await vi.advanceTimersByTimeAsync(1_000);
  type("一二");
  keeper.flush(true);
  await vi.advanceTimersByTimeAsync(20_000);
  expect(sent).toHaveLength(1);
  expect(latest()?.state).toBe("newer");
});

test("what the server does not take is said, and tried again with the next change", async () => {
  const { type, sent, latest } = typing([refused("invalid_input")]);
  type("一");
  await vi.advanceTimersByTimeAsync(20_000);
  expect(sent).toHaveLength(1);
  expect(latest()?.state).toBe("refused");
  type("二");
  await vi.advanceTimersByTimeAsync(1_000);
  expect(sent).toHaveLength(2);
});

test("the last words leave with the page; after the end nothing does", async () => {
  const { keeper, type, sent } = typing([]);
  type("一");
  keeper.flush(true);
  expect(sent).toEqual([{ text: "一", version: 0, isLeaving: true }]);
  await vi.advanceTimersByTimeAsync(0);
  type("一二");
  keeper.end();
  await vi.advanceTimersByTimeAsync(20_000);
  expect(sent).toHaveLength(1);
});
