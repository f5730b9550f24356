import {
  CATCH_UP_LIMIT,
  type CatchUp,
  type Conversation,
  isBehind,
  knownUpTo,
  type Message,
  markRead,
  merge,
  openConversation,
} from "@/lib/domain/conversation";
import { clientId } from "./client-id";
import type { Ear } from "./connect";
import type { Keep } from "./keep";
import type { FileKeep } from "./keep-files";
import type { RoomApi } from "./room-api";
import { type Attachment, type Unsent, unsentQueue } from "./unsent";

/** `polling`: realtime is gone, what is new comes a few seconds later; `offline`: the server is out of reach. */
export type Link = "connecting" | "live" | "polling" | "offline" | "signed_out";

export interface Snapshot {
  readonly conversation: Conversation;
  readonly unsent: readonly Unsent[];
  readonly link: Link;
  /** Whether the other side has the conversation open now; as far as is known. */
  readonly isOtherHere: boolean;
  readonly isOtherTyping: boolean;
}

export interface Ports {
  readonly api: RoomApi;
  /** Listens to the conversation's channel; the function that it returns stops it. */
  readonly listen: (ear: Ear) => () => void;
  readonly keep: () => Keep;
  readonly files: FileKeep;
}

const SILENCE_MS = 15_000;
const POLL_MS = 4_000;
/** Who types says so every few seconds; who has not for a while has stopped. */
const TYPING_TOLD_MS = 2_500;
const TYPING_SHOWN_MS = 5_000;

const NOBODY = { isOtherHere: false, isOtherTyping: false } as const;

const numberIn = (data: unknown, name: string): number => {
  const value = typeof data === "object" && data !== null ? Object.entries(data).find(([key]) => key === name)?.[1] : 0;
  return typeof value === "number" ? value : 0;
};
const textIn = (data: unknown, name: string): string => {
  const value =
    typeof data === "object" && data !== null ? Object.entries(data).find(([key]) => key === name)?.[1] : "";
  return typeof value === "string" ? value : "";
};

/**
 * What one browser knows of a conversation. An event is a hint that there is something to fetch; a gap, a new connection, the
 * page seen again and 15 s of silence mean a catch-up; without realtime it asks every 4 s. Whatever gets lost, doubled or
 * late on the way, it ends with what the database holds.
 */
export function conversationStore(
  place: { consultationId: string; accountId: string },
  initial: CatchUp,
  ports: Ports,
) {
  const { api } = ports;
  const listeners = new Set<() => void>();
  let snapshot: Snapshot = { conversation: openConversation(initial), unsent: [], link: "connecting", ...NOBODY };
  let isLive = false;
  let isAwake = false;
  let isFetching = false;
  let isWanted = false;
  let readUpTo = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let tell: (event: "client-typing") => void = () => {};
  let toldAt = Number.NEGATIVE_INFINITY;
  let typing: ReturnType<typeof setTimeout> | undefined;

  const show = (change: Partial<Snapshot>) => {
    snapshot = { ...snapshot, ...change };
    for (const listener of listeners) listener();
  };
  const apply = (news: CatchUp) => {
    show({ conversation: merge(snapshot.conversation, news) });
    for (const { clientId } of news.messages) if (clientId) queue.drop(clientId);
    if (news.messages.some(({ senderId }) => senderId !== null && senderId !== place.accountId)) typed(false);
  };
  const received = (message: Message) => {
    const mine = snapshot.conversation.state.reads[place.accountId];
    if (mine === message.seq - 1) show({ conversation: markRead(snapshot.conversation, place.accountId, message.seq) });
    apply({ messages: [message], state: snapshot.conversation.state });
    if (isBehind(snapshot.conversation)) void catchUp();
  };
  const queue = unsentQueue({
    api,
    keep: ports.keep,
    files: ports.files,
    prefix: `room/${place.accountId}/${place.consultationId}/unsent/`,
    sent: received,
    changed: (unsent) => show({ unsent }),
    signedOut: () => show({ link: "signed_out" }),
  });

  function typed(isTyping: boolean) {
    clearTimeout(typing);
    if (isTyping) typing = setTimeout(typed, TYPING_SHOWN_MS, false);
    if (isTyping !== snapshot.isOtherTyping) show({ isOtherTyping: isTyping });
  }

  function askAgainIn(wait: number) {
    clearTimeout(timer);
    if (isAwake && snapshot.link !== "signed_out") timer = setTimeout(catchUp, wait);
  }

  async function fetchOnce(): Promise<boolean> {
    isWanted = false;
    const answer = await api.after(knownUpTo(snapshot.conversation));
    if (!answer.ok) {
      show({ link: answer.why === "unreachable" ? "offline" : "signed_out" });
      return false;
    }
    const wasOffline = snapshot.link === "offline";
    apply(answer.data);
    show({ link: isLive ? "live" : "polling" });
    if (wasOffline) void queue.pump();
    return isWanted || answer.data.messages.length === CATCH_UP_LIMIT;
  }

  /** Asks for what came after the last message before the first hole; whoever asks meanwhile gets another round. */
  async function catchUp(): Promise<void> {
    isWanted = true;
    if (isFetching) return;
    isFetching = true;
    while (await fetchOnce());
    isFetching = false;
    askAgainIn(isLive ? SILENCE_MS : POLL_MS);
  }

  const ear: Ear = {
    heard(event, data) {
      if (event === "client-typing") return typed(true);
      askAgainIn(isLive ? SILENCE_MS : POLL_MS);
      const seq = numberIn(data, "seq");
      if (event === "read") show({ conversation: markRead(snapshot.conversation, textIn(data, "accountId"), seq) });
      else if (event !== "message" || isBehind(snapshot.conversation, seq)) void catchUp();
    },
    live(nowLive) {
      if (nowLive === isLive) return;
      isLive = nowLive;
      if (!nowLive) show(NOBODY);
      void catchUp();
      if (nowLive) void queue.pump();
    },
    present: (accountIds) => show({ isOtherHere: accountIds.some((id) => id !== place.accountId) }),
    voice: (speak) => {
      tell = speak;
    },
  };

  return {
    snapshot: (): Snapshot => snapshot,
    subscribe(listener: () => void): () => void {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    /** Takes up what was left unsent and starts listening; the function that it returns ends both. */
    start(): () => void {
      isAwake = true;
      void queue.restore();
      const stop = ports.listen(ear);
      askAgainIn(POLL_MS);
      return () => {
        isAwake = false;
        stop();
        clearTimeout(timer);
        clearTimeout(typing);
        queue.stop();
      };
    },
    /** The page is looked at again, or the network is back. */
    wake() {
      isAwake = true;
      void catchUp();
      void queue.pump();
    },
    /** Nobody looks: it stops asking; events still arrive. */
    sleep() {
      isAwake = false;
      clearTimeout(timer);
    },
    /** Lets the other side see that something is being written; told now and then, not at every key. */
    types() {
      const now = Date.now();
      if (now - toldAt < TYPING_TOLD_MS) return;
      toldAt = now;
      tell("client-typing");
    },
    say: (text: string, refSeq: number | null = null) => queue.addText(clientId(), text, refSeq),
    attach: (attachment: Attachment) => queue.addFile(clientId(), attachment),
    retry: queue.retry,
    discard: queue.drop,
    wouldLose: queue.wouldLose,
    /** Takes one's own message back; why not, where the server says so. */
    async recall(seq: number): Promise<string | null> {
      const answer = await api.recall(seq);
      if (answer.ok) received(answer.data);
      return answer.ok ? null : answer.why === "refused" ? answer.message : "";
    },
    /** What was there has been looked at. */
    async read(seq: number): Promise<void> {
      const mine = snapshot.conversation.state.reads[place.accountId] ?? 0;
      if (seq <= Math.max(readUpTo, mine)) return;
      readUpTo = seq;
      const answer = await api.read(seq);
      if (answer.ok) show({ conversation: markRead(snapshot.conversation, place.accountId, answer.data.seq) });
      else if (readUpTo === seq) readUpTo = 0;
    },
    /** Fetches what was said before; whether there may be more. */
    async earlier(): Promise<boolean> {
      const { start } = snapshot.conversation;
      if (start === 0) return false;
      const answer = await api.before(start + 1);
      if (answer.ok) apply(answer.data);
      return snapshot.conversation.start > 0;
    },
  };
}

export type ConversationStore = ReturnType<typeof conversationStore>;
