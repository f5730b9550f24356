import type { Message } from "@/lib/domain/conversation";
import type { Answer } from "./ask";
import { type Keep, keptUnder } from "./keep";
import type { RoomApi } from "./room-api";

/** A message on its way. `waiting`: the server is out of reach, it goes by itself; `failed`: it was refused. */
export interface Unsent {
  readonly clientId: string;
  readonly kind: "text" | "image";
  readonly body: string;
  readonly fileId: string | null;
  readonly refSeq: number | null;
  readonly state: "sending" | "waiting" | "failed";
  /** Why it was refused, in the reader's language. */
  readonly reason: string | null;
  /** A picture as this tab shows it. */
  readonly preview: string | null;
}

interface Options {
  readonly api: RoomApi;
  readonly keep: () => Keep;
  readonly prefix: string;
  readonly sent: (message: Message) => void;
  readonly changed: (unsent: readonly Unsent[]) => void;
  readonly signedOut: () => void;
}

const LONGEST_WAIT_MS = 15_000;

/**
 * Messages in the order in which they were written, one at a time: each leaves when the one before is stored. Texts, and
 * pictures once uploaded, outlive the tab; sending one twice is sending it once (`clientId`).
 */
export function unsentQueue({ api, keep, prefix, sent, changed, signedOut }: Options) {
  const kept = keptUnder(keep, prefix);
  const pictures = new Map<string, Blob>();
  let unsent: readonly Unsent[] = [];
  let isSending = false;
  let tries = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const show = (next: readonly Unsent[]) => {
    unsent = next;
    changed(unsent);
  };
  const update = (clientId: string, change: Partial<Unsent>) => {
    show(unsent.map((one) => (one.clientId === clientId ? { ...one, ...change } : one)));
    const one = unsent.find((other) => other.clientId === clientId);
    if (one && (one.kind === "text" || one.fileId)) kept.set(clientId, JSON.stringify({ ...one, preview: null }));
  };
  const drop = (clientId: string) => {
    pictures.delete(clientId);
    kept.remove(clientId);
    if (unsent.some((one) => one.clientId === clientId)) show(unsent.filter((one) => one.clientId !== clientId));
  };

  /** Notes why it did not work; whether the next one may be tried. */
  function failed(one: Unsent, answer: Extract<Answer<unknown>, { ok: false }>): boolean {
    if (answer.why === "refused") {
      update(one.clientId, { state: "failed", reason: answer.message });
      return true;
    }
    update(one.clientId, { state: "waiting" });
    if (answer.why === "signed_out") signedOut();
    else timer = setTimeout(pump, Math.min(1_000 * 2 ** tries, LONGEST_WAIT_MS));
    tries += 1;
    return false;
  }

  async function sendOne(one: Unsent): Promise<boolean> {
    const picture = one.fileId ? undefined : pictures.get(one.clientId);
    if (picture) {
      const stored = await api.upload(picture);
      if (!stored.ok) return failed(one, stored);
      update(one.clientId, { fileId: stored.data.id });
      return true;
    }
    const answer = await api.send(one);
    if (!answer.ok) return failed(one, answer);
    tries = 0;
    sent(answer.data);
    drop(one.clientId);
    return true;
  }

  /** Sends what waits, now. */
  async function pump(): Promise<void> {
    if (isSending) return;
    isSending = true;
    clearTimeout(timer);
    for (let next = true; next; ) {
      const one = unsent.find(({ state }) => state !== "failed");
      if (!one) break;
      if (one.state === "waiting") update(one.clientId, { state: "sending" });
      next = await sendOne(one);
    }
    isSending = false;
  }

  function add(one: Pick<Unsent, "clientId" | "kind" | "body" | "preview" | "refSeq">) {
    show([...unsent, { ...one, fileId: null, state: "sending", reason: null }]);
    update(one.clientId, {});
    void pump();
  }

  return {
    pump,
    drop,
    addText: (clientId: string, body: string, refSeq: number | null) =>
      add({ clientId, kind: "text", body, preview: null, refSeq }),
    addPicture: (clientId: string, picture: Blob, preview: string) => {
      pictures.set(clientId, picture);
      add({ clientId, kind: "image", body: "", preview, refSeq: null });
    },
    retry: (clientId: string) => {
      update(clientId, { state: "sending", reason: null });
      void pump();
    },
    /** Takes up what an earlier tab left behind. */
    restore: () => {
      const left = kept.all().map((text): Unsent => ({ refSeq: null, ...JSON.parse(text) }));
      const fresh = left.filter(({ clientId }) => !unsent.some((one) => one.clientId === clientId));
      if (fresh.length > 0) show([...fresh.sort((a, b) => (a.clientId < b.clientId ? -1 : 1)), ...unsent]);
      void pump();
    },
    /** A picture that would be lost with this tab. */
    wouldLose: () => unsent.some(({ kind, fileId }) => kind === "image" && !fileId),
    stop: () => clearTimeout(timer),
  };
}
