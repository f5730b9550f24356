import type { Message } from "@/lib/domain/conversation";
import type { Answer } from "./ask";
import { type Keep, keptUnder } from "./keep";
import type { FileKeep } from "./keep-files";
import type { RoomApi } from "./room-api";

/** A message on its way. `waiting`: the server is out of reach, it goes by itself; `failed`: it was refused. */
export interface Unsent {
  readonly clientId: string;
  readonly kind: "text" | "image" | "voice";
  readonly body: string;
  readonly fileId: string | null;
  readonly refSeq: number | null;
  readonly state: "sending" | "waiting" | "failed";
  /** Why it was refused, in the reader's language. */
  readonly reason: string | null;
  /** A picture as this tab shows it. */
  readonly preview: string | null;
  /** How long a voice lasts. */
  readonly seconds: number | null;
}

/** A picture or a voice that is to be sent. */
export interface Attachment {
  readonly kind: "image" | "voice";
  readonly file: Blob;
  readonly seconds: number | null;
}

interface Options {
  readonly api: RoomApi;
  readonly keep: () => Keep;
  readonly files: FileKeep;
  readonly prefix: string;
  readonly sent: (message: Message) => void;
  readonly changed: (unsent: readonly Unsent[]) => void;
  readonly signedOut: () => void;
}

const LONGEST_WAIT_MS = 15_000;

/**
 * Messages in the order in which they were written, one at a time: each leaves when the one before is stored. They outlive
 * the tab, pictures and voices too; sending one twice is sending it once (`clientId`).
 */
export function unsentQueue({ api, keep, files, prefix, sent, changed, signedOut }: Options) {
  const kept = keptUnder(keep, prefix);
  const held = new Map<string, Blob>();
  /** Whose file outlives the tab. */
  const safe = new Set<string>();
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
    if (one && isKept(one)) kept.set(clientId, JSON.stringify({ ...one, preview: null }));
  };
  const isKept = ({ kind, fileId, clientId }: Unsent) => kind === "text" || fileId !== null || safe.has(clientId);
  const letGo = (clientId: string) => {
    held.delete(clientId);
    if (safe.delete(clientId)) void files.remove(prefix + clientId);
  };
  const drop = (clientId: string) => {
    letGo(clientId);
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
    const file = one.fileId ? undefined : held.get(one.clientId);
    if (file && one.kind !== "text") {
      const stored = await api.upload(one.kind, file);
      if (!stored.ok) return failed(one, stored);
      update(one.clientId, { fileId: stored.data.id });
      letGo(one.clientId);
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

  function add(one: Omit<Unsent, "fileId" | "state" | "reason">) {
    show([...unsent, { ...one, fileId: null, state: "sending", reason: null }]);
    update(one.clientId, {});
    void pump();
  }

  return {
    pump,
    drop,
    addText: (clientId: string, body: string, refSeq: number | null) =>
      add({ clientId, kind: "text", body, preview: null, refSeq, seconds: null }),
    addFile: (clientId: string, { kind, file, seconds }: Attachment) => {
      held.set(clientId, file);
      void files.put(prefix + clientId, file).then((isThere) => {
        if (!isThere) return;
        safe.add(clientId);
        if (held.has(clientId)) update(clientId, {});
        else letGo(clientId);
      });
      add({ clientId, kind, body: "", preview: files.preview(file), refSeq: null, seconds });
    },
    retry: (clientId: string) => {
      update(clientId, { state: "sending", reason: null });
      void pump();
    },
    /** Takes up what an earlier tab left behind. */
    restore: async () => {
      const left = kept.all().map((text): Unsent => ({ refSeq: null, seconds: null, ...JSON.parse(text) }));
      const fresh: Unsent[] = [];
      for (const one of left.filter(({ clientId }) => !unsent.some((other) => other.clientId === clientId))) {
        if (one.kind === "text" || one.fileId) {
          fresh.push(one);
          continue;
        }
        const file = await files.get(prefix + one.clientId);
        safe.add(one.clientId);
        if (!file) drop(one.clientId);
        else {
          held.set(one.clientId, file);
          fresh.push({ ...one, preview: files.preview(file) });
        }
      }
      if (fresh.length > 0) show([...fresh.sort((a, b) => (a.clientId < b.clientId ? -1 : 1)), ...unsent]);
      void pump();
    },
    /** A picture or voice that would be lost with this tab. */
    wouldLose: () => unsent.some((one) => !isKept(one)),
    stop: () => clearTimeout(timer),
  };
}
