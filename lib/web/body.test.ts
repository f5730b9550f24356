import { expect, test } from "vitest";
import { bodyOf } from "./body";

const LIMIT = 1_000;

const request = (body: BodyInit, headers: Record<string, string>) =>
  new Request("http://localhost/", { method: "POST", body, headers, duplex: "half" } as RequestInit);

const json = { "content-type": "application/json" };

/** A body that goes on as long as it is read, whatever its headers say. */
function endless() {
  const taken = { chunks: 0, isCancelled: false };
  const stream = new ReadableStream<Uint8Array>({
    pull: (controller) => {
      taken.chunks += 1;
      controller.enqueue(new Uint8Array(100));
    },
    cancel: () => {
      taken.isCancelled = true;
    },
  });
  return { stream, taken };
}

test("a body is read as what it says it is", async () => {
  expect(await bodyOf(request('{"seq":3}', json), LIMIT)).toEqual({ seq: 3 });
  const form = new URLSearchParams({ socket_id: "1.2" });
  expect(await bodyOf(new Request("http://localhost/", { method: "POST", body: form }), LIMIT)).toEqual({
    socket_id: "1.2",
  });
});

test("a file comes as it is, in pieces of any size", async () => {
  const bytes = Uint8Array.from({ length: 900 }, (_, index) => index % 256);
  const pieces = new ReadableStream<Uint8Array>({
    start(controller) {
      for (let at = 0; at < bytes.length; at += 70) controller.enqueue(bytes.subarray(at, at + 70));
      controller.close();
    },
  });
  const asFile = { "content-type": "application/octet-stream" };
  expect(await bodyOf(request(bytes, asFile), LIMIT)).toEqual({ file: bytes });
  expect(await bodyOf(request(pieces, { ...asFile, "content-length": "7" }), LIMIT)).toEqual({ file: bytes });
});

test("a body above the limit is refused before it is read, and one that hides its length as soon as it is above", async () => {
  await expect(
    bodyOf(request("x".repeat(LIMIT + 1), { ...json, "content-length": String(LIMIT + 1) }), LIMIT),
  ).rejects.toMatchObject({
    code: "too_large",
  });
  const { stream, taken } = endless();
  await expect(bodyOf(request(stream, json), LIMIT)).rejects.toMatchObject({ code: "too_large" });
  expect(taken).toEqual({ chunks: expect.any(Number), isCancelled: true });
  expect(taken.chunks).toBeLessThanOrEqual(LIMIT / 100 + 3);
});

test("a body that is broken, or of no kind that we read, is an invalid input", async () => {
  const broken = [
    request("{", json),
    request(new Uint8Array([0xff, 0xfe]), json),
    request("--x\r\n", { "content-type": "multipart/form-data; boundary=x" }),
    request("<xml/>", { "content-type": "text/xml" }),
  ];
  for (const each of broken) await expect(bodyOf(each, LIMIT)).rejects.toMatchObject({ code: "invalid_input" });
});

test("a body cannot reach for what every object has", async () => {
  const read = await bodyOf(request('{"__proto__":{"isAdmin":true},"seq":1}', json), LIMIT);
  expect(read.isAdmin).toBeUndefined();
});
