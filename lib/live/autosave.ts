import { type Answer, ask, json } from "./ask";

/** `newer`: it was continued elsewhere, and nothing more is saved from here. */
export type SaveState = "still" | "unsaved" | "saving" | "saved" | "unreachable" | "signed_out" | "newer" | "refused";

export interface Saved {
  readonly version: number;
  /** ISO time. */
  readonly savedAt: string;
}

export interface SaveView {
  readonly state: SaveState;
  readonly savedAt: string | null;
}

interface Options {
  readonly kept: Saved | null;
  /** What is to be kept, as it stands now. */
  readonly read: () => object;
  readonly put: (content: object, version: number, isLeaving: boolean) => Promise<Answer<Saved>>;
  readonly changed: (view: SaveView) => void;
}

/** After the last keystroke, and before the next try where the server could not be reached. */
const REST_MS = 1_000;
const AGAIN_MS = 5_000;

/** Sends an application that is being typed. The last words of a page that closes still leave it. */
export const putDraft = (content: object, version: number, isLeaving: boolean): Promise<Answer<Saved>> =>
  ask("/api/drafts", { ...json("PUT", { ...content, version }), keepalive: isLeaving });

/**
 * Keeps what is typed: a second after the last change, one request at a time, each going on from the version of the one
 * before. What could not be sent is tried again; after `newer` nothing is sent any more.
 */
export function autosave({ kept, read, put, changed }: Options) {
  let version = kept?.version ?? 0;
  let savedAt = kept?.savedAt ?? null;
  let last = JSON.stringify(read());
  let state: SaveState = "still";
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isEnded = false;

  const show = (next: SaveState) => {
    state = next;
    changed({ state, savedAt });
  };

  const later = (ms: number) => {
    clearTimeout(timer);
    timer = setTimeout(() => save(), ms);
  };

  function settle(answer: Answer<Saved>, sent: string) {
    if (answer.ok) {
      ({ version, savedAt } = answer.data);
      last = sent;
      show("saved");
      if (!isEnded) touch();
      return;
    }
    if (answer.why !== "refused") {
      show(answer.why);
      if (!isEnded) later(AGAIN_MS);
      return;
    }
    show(answer.code === "draft_newer" ? "newer" : "refused");
  }

  async function save(isLeaving = false) {
    clearTimeout(timer);
    if (state === "saving" || state === "newer") return;
    const content = read();
    const sent = JSON.stringify(content);
    if (sent === last) return;
    show("saving");
    settle(await put(content, version, isLeaving), sent);
  }

  function touch() {
    if (state === "newer" || state === "saving") return;
    if (JSON.stringify(read()) === last) {
      clearTimeout(timer);
      if (state === "unsaved") show(savedAt ? "saved" : "still");
      return;
    }
    if (state !== "unsaved") show("unsaved");
    later(REST_MS);
  }

  return {
    /** Something may have changed. */
    touch,
    /** Saves at once: a field was left, the page is hidden or closes, the network is back. */
    flush: (isLeaving = false) => void save(isLeaving),
    /** Nothing more is saved from now on. */
    end() {
      isEnded = true;
      clearTimeout(timer);
    },
  };
}
