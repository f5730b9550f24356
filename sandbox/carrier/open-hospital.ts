/** A hospital that subscribes, asks and is told: the other side of the stand-in, for its tests. */
import { createHash } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { json, post, type Serving, serve } from "../http";
import { startCarrier } from "./start-carrier";

export const sf = "SF1234567890123";
export const md5 = (text: string) => createHash("md5").update(text).digest("hex").toUpperCase();
const agreed = { result: true, returnCode: "200", message: "成功" };

export type Hospital = Awaited<ReturnType<typeof openHospital>>;

/** Starts a platform at 2026-03-01 16:00 in Beijing, and a hospital whose callback says yes until told otherwise. */
export async function openHospital() {
  const dataFolder = await mkdtemp(join(tmpdir(), "carrier-"));
  const received: { sign: string | null; param: string }[] = [];
  let reply: unknown = agreed;
  const open = (port: number) =>
    serve({
      port,
      routes: [
        post("/callback", async ({ form }) => {
          received.push({ sign: form().get("sign"), param: form().get("param") ?? "" });
          return json(await reply);
        }),
      ],
    });
  const start = (retryDelaysMs: number[]) =>
    startCarrier({
      port: 0,
      customer: "hospital",
      key: "k-1",
      dataFolder,
      retryDelaysMs,
      now: () => new Date("2026-03-01T08:00:00Z"),
    });
  let callback: Serving = await open(0);
  let platform = await start([1, 1]);
  const send = (path: string, body: URLSearchParams | string) => fetch(platform.url + path, { method: "POST", body });

  return {
    /** The pushes that arrived, oldest first. */
    received,
    statesReceived: () => received.map(({ param }) => JSON.parse(param).lastResult.state),
    get url() {
      return platform.url;
    },
    /** Sets what the callback answers from now on; a promise makes it answer late. */
    reply(answer: unknown = agreed) {
      reply = answer;
    },
    async poll(change: Record<string, unknown> = {}, parameters: Record<string, unknown> = {}) {
      const own = { callbackurl: `${callback.url}/callback`, salt: "s-1", resultv2: "1", phone: "13800001234" };
      const param = { company: "shunfeng", number: sf, key: "k-1", parameters: { ...own, ...parameters }, ...change };
      const answer = await send("/poll", new URLSearchParams({ schema: "json", param: JSON.stringify(param) }));
      return answer.json();
    },
    async ask(param: Record<string, string> = {}, change: Record<string, string> = {}) {
      const text = JSON.stringify({ com: "shunfeng", num: sf, phone: "13800001234", ...param });
      const signed = { customer: "hospital", sign: md5(`${text}k-1hospital`), param: text };
      return (await send("/poll/query.do", new URLSearchParams({ ...signed, ...change }))).json();
    },
    /** Does something to a parcel; resolves with what the platform says, or the status when it refuses. */
    async act(verb: string, given: Record<string, string> = {}, number = sf) {
      const answer = await send(`/parcels/shunfeng/${number}/${verb}`, JSON.stringify(given));
      return answer.ok ? answer.json() : answer.status;
    },
    advance(state?: string) {
      return this.act("advance", state === undefined ? {} : { state });
    },
    parcels: async () => (await fetch(`${platform.url}/parcels`)).json(),
    page: async () => (await fetch(platform.url)).text(),
    setFaults: (faults: unknown) => send("/faults", JSON.stringify(faults)),
    async restartPlatform(retryDelaysMs = [1, 1]) {
      await platform.close();
      platform = await start(retryDelaysMs);
    },
    closeCallback: () => callback.close(),
    async openCallback() {
      callback = await open(callback.port);
    },
    async close() {
      await platform.close();
      await callback.close();
      await rm(dataFolder, { recursive: true });
    },
  };
}
