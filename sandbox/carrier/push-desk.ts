import { createHash } from "node:crypto";
import type { Store } from "../store";
import { type Memory, move, type Parcel, type Push, paramOf, parcelKey, type State, stateOf, states } from "./parcel";
import { type Faults, parseJson } from "./subscribe";

/** MD5 in upper-case hex, as every signature of the platform is. */
export const md5 = (text: string) => createHash("md5").update(text).digest("hex").toUpperCase();

const timeoutMs = 10_000;
const rememberedPushes = 20;
/** The answer noted for a push that the fault `silent` kept back: nothing is owed for it. */
const withheld = "withheld";

export type PushDesk = ReturnType<typeof pushDesk>;

/** Tells subscribers, and tells them again after each of `retryDelaysMs` until they answer as agreed. */
export function pushDesk(given: { store: Store<Memory>; faults: Faults; retryDelaysMs: number[]; now: () => Date }) {
  const { store, faults, retryDelaysMs, now } = given;
  const retries = new Map<string, NodeJS.Timeout>();
  const underWay = new Set<Promise<void>>();
  const stopped = new AbortController();

  function entry(parcel: Parcel, kind: Push["kind"], param: string, state: State | null, answer = ""): Push {
    const push: Push = { kind, param, state, at: now().toISOString(), attempts: 0, isAccepted: false, answer };
    store.change(() => {
      parcel.pushes = [push, ...parcel.pushes].slice(0, rememberedPushes);
    });
    return push;
  }

  /** One attempt, noted in `push`; never rejects. */
  function attempt(
    parcel: Parcel,
    push: Push,
    sign = parcel.salt === undefined ? undefined : md5(push.param + parcel.salt),
  ) {
    const body = new URLSearchParams({ ...(sign !== undefined && { sign }), param: push.param });
    const signal = AbortSignal.any([stopped.signal, AbortSignal.timeout(timeoutMs)]);
    const tried = fetch(parcel.callbackUrl, { method: "POST", body, signal })
      .then(async (response) => ({ ok: response.ok, text: await response.text() }))
      .catch((error: unknown) => ({ ok: false, text: String(error) }))
      .then(({ ok, text }) => {
        if (stopped.signal.aborted) return;
        store.change(() => {
          push.attempts += 1;
          push.answer = text.slice(0, 200);
          push.isAccepted = ok && isAgreed(text);
        });
      });
    underWay.add(tried);
    return tried.finally(() => underWay.delete(tried));
  }

  async function persist(parcel: Parcel, push: Push): Promise<void> {
    await attempt(parcel, push);
    const delay = retryDelaysMs[push.attempts - 1];
    if (push.isAccepted || delay === undefined || stopped.signal.aborted || parcel.pushes.find(isNews) !== push) return;
    retries.set(
      parcelKey(parcel.company, parcel.number),
      setTimeout(() => void persist(parcel, push), delay),
    );
  }

  return {
    /** Pushes what is now known; resolves after the first attempt. Newer news takes the place of older. */
    async tell(parcel: Parcel): Promise<Push> {
      clearTimeout(retries.get(parcelKey(parcel.company, parcel.number)));
      const push = entry(parcel, "news", paramOf(parcel), stateOf(parcel), faults.silent ? withheld : "");
      if (!faults.silent) await persist(parcel, push);
      return push;
    },

    /** Sends the last news a second time, or brings the one before it only now: it says less, and is well signed. */
    async resend(parcel: Parcel, kind: "duplicate" | "late"): Promise<Push | undefined> {
      const earlier = parcel.pushes.filter(isNews)[kind === "late" ? 1 : 0];
      if (!earlier) return undefined;
      const push = entry(parcel, kind, earlier.param, earlier.state);
      await attempt(parcel, push);
      return push;
    },

    /** Claims that the parcel was signed for, with a signature that somebody made up. */
    async forge(parcel: Parcel): Promise<Push> {
      const claimed = structuredClone(parcel);
      move(claimed, "3", now());
      const push = entry(parcel, "forged", paramOf(claimed), "3");
      await attempt(parcel, push, md5(`${push.param}${states["3"].english}`));
      return push;
    },

    /** Takes up what was still owed when the platform stopped. */
    resume(): void {
      for (const parcel of Object.values(store.value.parcels)) {
        const last = parcel.pushes.find(isNews);
        const isOwed = last && !last.isAccepted && last.answer !== withheld && last.attempts <= retryDelaysMs.length;
        if (isOwed) void persist(parcel, last);
      }
    },

    async close(): Promise<void> {
      stopped.abort();
      for (const timer of retries.values()) clearTimeout(timer);
      await Promise.all(underWay);
    },
  };
}

const isNews = (push: Push) => push.kind === "news";

/** "成功" is `{"result":true,"returnCode":"200",…}`; anything else is pushed again. */
function isAgreed(text: string): boolean {
  const answer = parseJson(text);
  if (typeof answer !== "object" || answer === null || !("result" in answer) || !("returnCode" in answer)) return false;
  return answer.result === true && String(answer.returnCode) === "200";
}
