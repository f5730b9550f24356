import { randomUUID } from "node:crypto";
import { afterEach, expect, test, vi } from "vitest";
import { SendMessage } from "@/lib/domain/message-input";
import { roomApi } from "./room-api";
import type { Unsent } from "./unsent";

const id = randomUUID();
const unsent = (more: Partial<Unsent>): Unsent => ({
  ...{
    clientId: randomUUID(),
    kind: "text",
    refSeq: null,
    body: "您好",
    fileId: null,
    state: "sending",
    reason: null,
    preview: null,
    seconds: null,
  },
  ...more,
});

const asked: [path: string, init: RequestInit][] = [];
function answering(answer: () => Response | Promise<Response>) {
  asked.length = 0;
  vi.stubGlobal("fetch", async (path: string, init: RequestInit) => {
    asked.push([path, init]);
    return answer();
  });
}
afterEach(() => {
  vi.unstubAllGlobals();
});

test("what is sent is what the server's schema takes, for words and for pictures", async () => {
  answering(() => Response.json({ seq: 1 }));
  await roomApi(id).send(unsent({}));
  await roomApi(id).send(unsent({ kind: "image", body: "", fileId: randomUUID(), preview: "blob:1" }));
  for (const [path, { body }] of asked) {
    expect(path).toBe(`/api/consultations/${id}/messages`);
    expect(SendMessage.safeParse({ ...JSON.parse(String(body)), id }).error).toBeUndefined();
  }
});

test("a server that is away, overloaded or cut off is asked again; a refusal is not", async () => {
  const whyOf = async (answer: () => Response | Promise<Response>) => {
    answering(answer);
    return roomApi(id).send(unsent({}));
  };
  const passing = [500, 502, 503, 429, 408].map((status) => () => new Response("<html>", { status }));
  for (const answer of [...passing, () => Promise.reject(new TypeError("network")), () => new Response("cut off")])
    expect(await whyOf(answer)).toEqual({ ok: false, why: "unreachable" });
  expect(await whyOf(() => new Response(null, { status: 401 }))).toEqual({ ok: false, why: "signed_out" });
  expect(await whyOf(() => Response.json({ ok: false, code: "not_open", message: "已结束" }, { status: 422 }))).toEqual(
    {
      ok: false,
      why: "refused",
      code: "not_open",
      message: "已结束",
    },
  );
});

test("of a refusal that names a field, the field's own text is shown", async () => {
  answering(() => Response.json({ message: "有内容需要修改", fields: { file: "这个文件是空的" } }, { status: 422 }));
  expect(await roomApi(id).upload("image", new Blob([]))).toMatchObject({
    ok: false,
    why: "refused",
    message: "这个文件是空的",
  });
});
