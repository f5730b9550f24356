import { afterEach, expect, test } from "vitest";
import { form, get, hangUp, json, loopbackOnly, plain, post, type Serving, serve } from "./http";
import { html, page, webAddress } from "./page";

let serving: Serving;
afterEach(() => serving.close());

async function open(options: Omit<Parameters<typeof serve>[0], "port">) {
  serving = await serve({ port: 0, ...options });
  return (path: string, init?: RequestInit) => fetch(serving.url + path, init);
}

test("a route gets its decoded parameters, its query and the body byte for byte", async () => {
  const ask = await open({
    routes: [
      post("/things/:id/notes/*", ({ params, query, body, text }) =>
        json({ id: params.id, rest: params.rest, q: query.get("q"), length: body.length, text: text() }),
      ),
    ],
  });
  const answer = await ask("/things/a%2Fb/notes/x/y?q=%E4%BD%A0", { method: "POST", body: "好" });
  expect(await answer.json()).toEqual({ id: "a/b", rest: "x/y", q: "你", length: 3, text: "好" });
});

test("an unknown path, a wrong method, a bad encoding, a body that is no JSON and one too long each get their own status", async () => {
  const ask = await open({ bodyLimit: 10, routes: [post("/json", ({ json: parsed }) => json(parsed()))] });
  const status = async (path: string, init?: RequestInit) => (await ask(path, init)).status;
  expect(await status("/nowhere")).toBe(404);
  expect(await status("/json")).toBe(405);
  expect(await status("/%E0%A4%A")).toBe(400);
  expect(await status("/json", { method: "POST", body: "{" })).toBe(400);
  expect(await status("/json", { method: "POST", body: `"${"x".repeat(2_000_000)}"` })).toBe(413);
  expect(await status("/json", { method: "POST", body: '{"a":1}' })).toBe(200);
});

test("a form reply and a form body are the same bytes", async () => {
  const ask = await open({ routes: [post("/echo", ({ form: fields }) => form(Object.fromEntries(fields())))] });
  const sent = new URLSearchParams({ param: '{"a":"甲 & 乙"}', sign: "AB+C" });
  const answer = await ask("/echo", { method: "POST", body: sent });
  expect(await answer.text()).toBe(sent.toString());
});

test("being down closes the connection before any route is asked", async () => {
  let asked = 0;
  const ask = await open({
    before: ({ path }) => (path === "/ok" ? undefined : hangUp),
    routes: [
      get("/*", () => {
        asked += 1;
        return plain("here");
      }),
    ],
  });
  await expect(ask("/down")).rejects.toThrow();
  expect(await (await ask("/ok")).text()).toBe("here");
  expect(asked).toBe(1);
});

test("a page of another site cannot throw a switch that is for this machine only", async () => {
  const ask = await open({
    routes: [
      post(
        "/faults",
        loopbackOnly(() => plain("thrown")),
      ),
    ],
  });
  const foreign = await ask("/faults", { method: "POST", headers: { "sec-fetch-site": "cross-site" } });
  expect(foreign.status).toBe(403);
  expect((await ask("/faults", { method: "POST" })).status).toBe(200);
});

test("what a stranger wrote is shown as text, never as markup or as a script address", async () => {
  const title = `<script>"&'`;
  const ask = await open({
    routes: [get("/", () => page({ title, body: html`<ul>${["<b>", html`<i>${1}</i>`, false]}</ul>` }))],
  });
  const shown = await (await ask("/")).text();
  expect(shown).toContain("<title>&lt;script&gt;&quot;&amp;&#39;</title>");
  expect(shown).toContain("<ul>&lt;b&gt;<i>1</i></ul>");
  expect(webAddress("javascript:alert(1)")).toBeUndefined();
  expect(webAddress("http://127.0.0.1/x")).toBe("http://127.0.0.1/x");
});
