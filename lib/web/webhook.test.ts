import { expect, test, vi } from "vitest";
import type { Run } from "@/lib/db/transact";
import type { Actor } from "@/lib/domain/actor";
import { Refusal } from "@/lib/errors";
import { webhook } from "./webhook";

// There is no request here after which the framework could deliver anything.
vi.mock("./edge", () => ({ edgeRun: (actor: Actor, now: Date): Run => ({ actor, now }) }));

const call = (body: string, work: Parameters<typeof webhook>[1], headers: Record<string, string> = {}) =>
  webhook("payments", work)(new Request("http://localhost/", { method: "POST", body, headers }));

test("a machine's message is worked on as the system, over its raw body", async () => {
  const seen: unknown[] = [];
  const answer = await call(
    '{"a": 1}',
    async ({ actor }, raw, request) => {
      seen.push(actor, raw, request.headers.get("x-sign"));
      return new Response("ok");
    },
    { "x-sign": "s" },
  );
  expect(await answer.text()).toBe("ok");
  expect(seen).toEqual([{ role: "system", accountId: null, name: "payments" }, '{"a": 1}', "s"]);
});

test("a refusal is 400 without a word, a fault 500, so that the sender tries again", async () => {
  const refused = await call("", async () => Promise.reject(new Refusal("bad_signature")));
  const failed = await call("", async () => Promise.reject(new Error("secret")));
  expect([refused.status, await refused.text()]).toEqual([400, ""]);
  expect([failed.status, await failed.text()]).toEqual([500, ""]);
});

test("a body above 256 KB is not worked on", async () => {
  const work = vi.fn(async () => new Response());
  expect((await call("x".repeat(256 * 1024 + 1), work)).status).toBe(413);
  expect(work).not.toHaveBeenCalled();
});
