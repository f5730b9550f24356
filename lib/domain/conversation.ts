import type { ConsultationStatus } from "./consultation";
import type { PrescriptionStatus } from "./prescription";

/** Who writes in a conversation. */
export type Writer = "patient" | "doctor";

/** One line of a conversation as its reader gets it. */
export interface Message {
  /** 1, 2, 3 … without a gap within the conversation. */
  readonly seq: number;
  readonly kind: "text" | "image" | "voice" | "system" | "prescription" | "recall" | "record";
  /** Null: the system. */
  readonly senderId: string | null;
  /** The sender's own mark, on the reader's own messages alone. */
  readonly clientId: string | null;
  readonly body: string;
  /** ISO 8601. */
  readonly at: string;
  readonly picture: Picture | null;
  readonly voice: Voice | null;
  readonly prescriptionId: string | null;
  /** The number of the message that this one quotes, or takes back. */
  readonly refSeq: number | null;
  /** Taken back: its words and picture are gone. */
  readonly isRecalled: boolean;
}

export interface Picture {
  readonly id: string;
  readonly width: number;
  readonly height: number;
}

export interface Voice {
  readonly id: string;
  readonly seconds: number;
}

/** A file as a message carries it. */
export const asAttachment = (
  file: { id: string; width: number | null; height: number | null; seconds: number | null } | null,
): Pick<Message, "picture" | "voice"> => {
  if (!file) return { picture: null, voice: null };
  const { id, width, height, seconds } = file;
  return seconds === null
    ? { picture: { id, width: width ?? 0, height: height ?? 0 }, voice: null }
    : { picture: null, voice: { id, seconds } };
};

export interface PrescriptionCard {
  readonly id: string;
  readonly number: string;
  readonly status: PrescriptionStatus;
  readonly version: number;
}

/** What changes beside the messages, as it stood at `lastSeq` and `version`, which only grow. */
export interface RoomState {
  readonly status: ConsultationStatus;
  readonly version: number;
  readonly lastSeq: number;
  readonly dueAt: string | null;
  readonly turnsUsed: number;
  /** Account id → the last number this person has read. */
  readonly reads: Readonly<Record<string, number>>;
  readonly prescriptions: readonly PrescriptionCard[];
  /** A call that rings or is on; null where there is none. */
  readonly call: { readonly id: string; readonly kind: "voice" | "video"; readonly startedById: string } | null;
}

/** What a fetch brings: messages after (or before) a number, and the state at the same moment. */
export interface CatchUp {
  readonly messages: readonly Message[];
  readonly state: RoomState;
}

/** What a client knows of a conversation. */
export interface Conversation {
  /** By number, each once; behind `start` there may be holes until the next catch-up. */
  readonly messages: readonly Message[];
  /** The number before the first message that was asked for: 0 where the beginning is known. */
  readonly start: number;
  readonly state: RoomState;
}

/** Messages of one fetch after a number. */
export const CATCH_UP_LIMIT = 200;
/** Messages that a room opens with, and that "earlier" adds. */
export const PAGE_LIMIT = 50;

/** A conversation as a fresh fetch of its last messages shows it. */
export const openConversation = ({ messages, state }: CatchUp): Conversation => ({
  messages,
  start: (messages[0]?.seq ?? state.lastSeq + 1) - 1,
  state,
});

/**
 * Adds what a fetch, or the answer to sending, brought: in any order, twice or late, the result is the same. Events that
 * are applied to a stale picture give what a fresh fetch gives.
 */
export function merge(known: Conversation, news: CatchUp): Conversation {
  return {
    messages: mergeMessages(known.messages, news.messages),
    start: Math.min(known.start, ...news.messages.map(({ seq }) => (seq <= known.start ? seq - 1 : known.start))),
    state: mergeState(known.state, news.state),
  };
}

function mergeMessages(known: readonly Message[], news: readonly Message[]): readonly Message[] {
  const seqs = new Set(known.map(({ seq }) => seq));
  const added = news.filter(({ seq }) => !seqs.has(seq));
  return added.length === 0 ? known : withoutRecalled([...known, ...added].sort((a, b) => a.seq - b.seq));
}

/** What was taken back shows no more, whichever of the two arrived first. */
function withoutRecalled(messages: readonly Message[]): readonly Message[] {
  const gone = new Set(messages.flatMap(({ kind, refSeq }) => (kind === "recall" ? [refSeq] : [])));
  if (gone.size === 0) return messages;
  return messages.map((message) =>
    gone.has(message.seq) && !message.isRecalled ? { ...message, body: "", picture: null, isRecalled: true } : message,
  );
}

/** Within so many minutes a message can be taken back by whoever wrote it. */
export const RECALL_MINUTES = 2;

const recallable: readonly Message["kind"][] = ["text", "image", "voice", "record"];

/** Whether `accountId` may still take a message back at `now`. */
export const canRecall = ({ kind, senderId, at, isRecalled }: Message, accountId: string, now: Date): boolean =>
  recallable.includes(kind) &&
  senderId === accountId &&
  !isRecalled &&
  now.getTime() - new Date(at).getTime() < RECALL_MINUTES * 60_000;

function mergeState(known: RoomState, news: RoomState): RoomState {
  const isNewer = news.version > known.version || (news.version === known.version && news.lastSeq >= known.lastSeq);
  return {
    ...(isNewer ? news : known),
    reads: mergeReads(known.reads, news.reads),
    prescriptions: mergePrescriptions(known.prescriptions, news.prescriptions),
  };
}

function mergeReads(known: RoomState["reads"], news: RoomState["reads"]): RoomState["reads"] {
  const reads = { ...known };
  for (const [accountId, seq] of Object.entries(news)) reads[accountId] = Math.max(reads[accountId] ?? 0, seq);
  return reads;
}

function mergePrescriptions(known: readonly PrescriptionCard[], news: readonly PrescriptionCard[]) {
  const cards = new Map(known.map((card) => [card.id, card]));
  for (const card of news) if (card.version >= (cards.get(card.id)?.version ?? 0)) cards.set(card.id, card);
  return [...cards.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** One person has read up to a number, as an event tells. */
export const markRead = (known: Conversation, accountId: string, seq: number): Conversation => ({
  ...known,
  state: { ...known.state, reads: mergeReads(known.state.reads, { [accountId]: seq }) },
});

/** The last number before the first hole: a catch-up asks for what comes after it. */
export function knownUpTo({ messages, start }: Conversation): number {
  let upTo = start;
  for (const { seq } of messages) if (seq === upTo + 1) upTo = seq;
  return upTo;
}

/** Whether something is missing: a number was heard of, or has arrived, that lies beyond what is known without a hole. */
export const isBehind = (known: Conversation, heardSeq = 0): boolean =>
  Math.max(heardSeq, known.state.lastSeq, known.messages.at(-1)?.seq ?? 0) > knownUpTo(known);

const writableIn: Readonly<Record<Writer, readonly ConsultationStatus[]>> = {
  patient: ["waiting", "in_progress"],
  doctor: ["in_progress"],
};

/** The states in which this side may write: a patient may add words while waiting. */
export const writableStates = (writer: Writer): readonly ConsultationStatus[] => writableIn[writer];

/** Why this side may not write now, as a refusal's code; undefined: it may. A turn is what the patient writes until the doctor answers. */
export function whyNotWrite(
  writer: Writer,
  talk: { status: ConsultationStatus; turnsUsed: number; turnLimit: number; opensTurn: boolean },
): "conversation_not_open" | "conversation_closed" | "turns_used_up" | undefined {
  if (!writableStates(writer).includes(talk.status))
    return talk.status === "awaiting_payment" || talk.status === "waiting"
      ? "conversation_not_open"
      : "conversation_closed";
  if (writer === "patient" && talk.opensTurn && talk.turnsUsed >= talk.turnLimit) return "turns_used_up";
  return undefined;
}
