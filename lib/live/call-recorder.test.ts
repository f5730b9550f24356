import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Answer } from "./ask";
import { type PieceKeep, pieceQueue } from "./call-recorder";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function keeping(...names: string[]): PieceKeep {
  const kept = new Map(names.map((name) => [name, new Blob([name])]));
  return {
    put: async (name, file) => Boolean(kept.set(name, file)),
    get: async (name) => kept.get(name),
    remove: async (name) => void kept.delete(name),
    names: async () => [...kept.keys()],
  };
}

test("pieces go in their order, each until the server has it; what it does not want is let go", async () => {
  const keep = keeping("call/00/0001", "call/00/0000", "call/01/0000");
  const answers: Answer<unknown>[] = [
    { ok: true, data: {} },
    { ok: false, why: "unreachable" },
    { ok: false, why: "signed_out" },
    { ok: true, data: {} },
    { ok: false, why: "refused", code: "not_found", message: "" },
  ];
  const sent: string[] = [];
  const queue = pieceQueue({
    keep,
    send: async (path) => {
      sent.push(path);
      return answers.shift() ?? { ok: true, data: {} };
    },
  });
  await queue.pump();
  expect(sent).toEqual(["/api/calls/call/pieces?segment=0&index=0", "/api/calls/call/pieces?segment=0&index=1"]);
  await vi.advanceTimersByTimeAsync(10_000);
  expect(sent.slice(2)).toEqual([
    "/api/calls/call/pieces?segment=0&index=1",
    "/api/calls/call/pieces?segment=0&index=1",
    "/api/calls/call/pieces?segment=1&index=0",
  ]);
  expect(await keep.names()).toEqual([]);
});

test("what is recorded while another piece is on its way goes after it", async () => {
  const keep = keeping("call/00/0000");
  const sent: string[] = [];
  const queue = pieceQueue({
    keep,
    send: async (path) => {
      sent.push(path);
      if (sent.length === 1) {
        await keep.put("call/00/0001", new Blob(["x"]));
        void queue.pump();
      }
      return { ok: true, data: {} };
    },
  });
  await queue.pump();
  expect(sent).toEqual(["/api/calls/call/pieces?segment=0&index=0", "/api/calls/call/pieces?segment=0&index=1"]);
});
