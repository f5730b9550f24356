import { join } from "node:path";
import { z } from "zod";
import { faultRoutes } from "../faults";
import {
  get,
  hangUp,
  type Incoming,
  json,
  loopbackOnly,
  plain,
  post,
  Refusal,
  type Reply,
  redirect,
  serve,
} from "../http";
import { openStore } from "../store";
import { isState, type Memory, move, nextState, type Parcel, type Push, parcelKey, stateOf } from "./parcel";
import { parcelsPage } from "./parcels-page";
import { pushDesk } from "./push-desk";
import { query } from "./query";
import { type Faults, subscribe } from "./subscribe";

const faultSchema = z
  .strictObject({
    keyExpired: z.boolean(),
    refusedCompanies: z.array(z.string()),
    silent: z.boolean(),
    down: z.boolean(),
  })
  .partial();
const order = z.object({ state: z.coerce.string().optional(), what: z.string().optional() });
type Named = Incoming<"company" | "number">;

export type StartCarrier = {
  port: number;
  /** What queries are signed with: customer and key; subscriptions carry the key itself. */
  customer: string;
  key: string;
  dataFolder: string;
  /** Waits before a push is tried again; the platform's own are half an hour each, three times. */
  retryDelaysMs?: number[];
  now?: () => Date;
};

/**
 * A stand-in for a parcel tracking platform in the manner of 快递100.
 *
 * Covered: POST /poll (subscription: 200, 501, 600, 601, 700, 701), signed pushes to the callback address with retries
 * until it answers `{"result":true,"returnCode":"200"}`, POST /poll/query.do (400, 408, 500, 503). Companies shunfeng,
 * ems, jd, zhongtong, yuantong with their number patterns; states 1, 0, 5, 3, 2, 14, 6, 4.
 * Not covered: XML, recognition of the company from a number (autoCom), international parcels, advanced states
 * (resultv2 from 4 on), maps and forecasts, SHA256 signatures, the monthly limit of four subscriptions a number and
 * the half hour before one that ended may be subscribed again.
 *
 * Beside the protocol: `/` lists the parcels with a button for all that can happen; the same for tests, as JSON:
 * GET /parcels, GET /parcels/:company/:number, POST …/advance `{ state? }` (without one, what usually comes next),
 * POST …/abort, POST …/send `{ what: "duplicate" | "late" | "forged" }`, each answered after the push was first tried.
 * `/health` answers 200, `/faults` takes `{ keyExpired, refusedCompanies, silent, down }`.
 * Parcels are kept in `carrier.json` in `dataFolder`; a push that was still owed is taken up again at the next start.
 */
export async function startCarrier(
  options: StartCarrier,
): Promise<{ url: string; port: number; close(): Promise<void> }> {
  const { customer, key, retryDelaysMs = [1_000, 5_000, 30_000], now = () => new Date() } = options;
  const store = await openStore<Memory>(join(options.dataFolder, "carrier.json"), { parcels: {} });
  const faults: Faults = { keyExpired: false, refusedCompanies: [], silent: false, down: false };
  const desk = pushDesk({ store, faults, retryDelaysMs, now });

  function named({ params: { company, number } }: Named): Parcel {
    const parcel = store.value.parcels[parcelKey(company, number)];
    if (!parcel) throw new Refusal(404, "No such parcel has been subscribed.");
    return parcel;
  }

  /** A deed done to a parcel: a person's form goes back to the page, a test gets JSON. */
  const deed = (act: (parcel: Parcel, asked: z.infer<typeof order>) => Promise<Push | undefined>) =>
    loopbackOnly(async (incoming: Named): Promise<Reply> => {
      const parcel = named(incoming);
      const isForm = incoming.headers["content-type"]?.startsWith("application/x-www-form-urlencoded") ?? false;
      const given = isForm ? Object.fromEntries(incoming.form()) : incoming.body.length > 0 ? incoming.json() : {};
      const asked = order.safeParse(given);
      if (!asked.success) throw new Refusal(400, z.prettifyError(asked.error));
      const push = await act(parcel, asked.data);
      return isForm ? redirect(`/#${parcel.company}-${encodeURIComponent(parcel.number)}`) : json({ parcel, push });
    });

  const routes = [
    get("/", () => parcelsPage(store.value)),
    get("/health", () => plain("ok")),
    ...faultRoutes(faults, faultSchema),
    post("/poll", ({ form }) => {
      const { answer, parcel } = store.change((memory) => subscribe(memory, { key, faults, form: form() }));
      if (parcel && parcel.steps.length > 0) void desk.tell(parcel);
      return json(answer);
    }),
    post("/poll/query.do", ({ form }) => json(query(store.value, { customer, key, form: form() }))),
    get("/parcels", () => json(Object.values(store.value.parcels))),
    get("/parcels/:company/:number", (incoming) => json(named(incoming))),
    post(
      "/parcels/:company/:number/advance",
      deed(async (parcel, { state = nextState(stateOf(parcel)) }) => {
        if (parcel.status !== "polling") throw new Refusal(409, `The parcel is no longer watched: ${parcel.status}.`);
        if (state === undefined || !isState(state)) throw new Refusal(400, `There is no state ${state}.`);
        store.change(() => move(parcel, state, now()));
        return desk.tell(parcel);
      }),
    ),
    post(
      "/parcels/:company/:number/abort",
      deed(async (parcel) => {
        if (parcel.status !== "polling") throw new Refusal(409, `The parcel is no longer watched: ${parcel.status}.`);
        store.change(() => {
          parcel.status = "abort";
          parcel.message = parcel.steps.length === 0 ? "3天查询无记录" : "60天无变化";
        });
        return desk.tell(parcel);
      }),
    ),
    post(
      "/parcels/:company/:number/send",
      deed(async (parcel, { what }) => {
        if (what === "forged") return desk.forge(parcel);
        if (what !== "duplicate" && what !== "late") throw new Refusal(400, "what is duplicate, late or forged.");
        const push = await desk.resend(parcel, what);
        if (!push) throw new Refusal(409, "There is no such push yet.");
        return push;
      }),
    ),
  ];
  const before = ({ path }: Incoming) => (faults.down && path.startsWith("/poll") ? hangUp : undefined);
  const serving = await serve({ port: options.port, routes, before });
  desk.resume();
  return {
    url: serving.url,
    port: serving.port,
    async close() {
      await desk.close();
      await serving.close();
      await store.close();
    },
  };
}
