"use client";

import clsx from "clsx";
import { useRouter } from "next/navigation";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { Button, buttonClass } from "@/components/ui/button";
import { type CatchUp, knownUpTo, type Message, type Writer, whyNotWrite } from "@/lib/domain/conversation";
import type { LiveConfig } from "@/lib/live/connect";
import type { Link, Snapshot } from "@/lib/live/conversation";
import { Composer } from "./composer";
import { fill } from "./fill";
import { MessageList } from "./message-list";
import type { RoomTexts } from "./room-texts";
import { UnsentLine } from "./unsent-line";
import { useConversation } from "./use-conversation";

interface Props {
  readonly consultationId: string;
  /** The reader's own account, and his or her side. */
  readonly accountId: string;
  readonly writer: Writer;
  readonly otherName: string;
  readonly initial: CatchUp;
  readonly turnLimit: number;
  /** Where a prescription is shown to this reader; `:id` stands for its id. */
  readonly prescriptionHref: string;
  readonly config: LiveConfig;
  readonly texts: RoomTexts;
  /** Where calls are held; none for a consultation in text. */
  readonly callHref?: string | undefined;
  /** What a doctor says to ask for a better picture, in the patient's language. */
  readonly betterPicture?: string;
  /** Where the quick phrases are, for a doctor. */
  readonly phrasesAt?: string;
  readonly locale: string;
  /** The hospital's day, as the server knows it: YYYY-MM-DD. */
  readonly today: string;
  /** Stands above the first message: what the consultation is about. */
  readonly intro?: ReactNode;
  /** Its height is the surroundings' to decide. */
  readonly className?: string;
}

/** Pixels from the end within which one counts as reading the newest. */
const NEAR_END_PX = 80;

/** From here on the patient is told how many turns are left. */
const FEW_TURNS = 5;

/** A region that scrolls must be reachable by keyboard. */
const scrollable = { tabIndex: 0 } as const;

/** The consultation room: what is said, live; the same for both sides. */
export function Room(props: Props) {
  const { consultationId, accountId, writer, texts } = props;
  const [store, snapshot] = useConversation(props, props.initial);
  const { messages, state, start } = snapshot.conversation;
  const scroller = useRef<HTMLDivElement>(null);
  const [isAtEnd, setIsAtEnd] = useState(true);
  const [isFetching, setIsFetching] = useState(false);
  const [quoted, setQuoted] = useState<Message | null>(null);
  const [fault, setFault] = useState<string | null>(null);

  const upTo = knownUpTo(snapshot.conversation);
  const lastPerson = messages.findLast(({ senderId, kind }) => senderId !== null && kind !== "recall")?.senderId;
  const closed = whyNotWrite(writer, {
    ...state,
    turnLimit: props.turnLimit,
    opensTurn: writer === "patient" && lastPerson !== accountId,
  });

  const turnsLeft = props.turnLimit - state.turnsUsed;

  useLeftoverPieces(props.callHref !== undefined);
  useRefreshWhenChanged(
    [state.version, state.dueAt, ...state.prescriptions.map(({ id, version }) => `${id} ${version}`)].join(),
  );

  useEffect(() => {
    const look = () => {
      if (isAtEnd && upTo > 0 && !document.hidden) void store.read(upTo);
    };
    look();
    document.addEventListener("visibilitychange", look);
    return () => document.removeEventListener("visibilitychange", look);
  }, [store, isAtEnd, upTo]);

  // The list grows upwards from its end, so 0 is the end and what is above it is negative.
  const toEnd = () => scroller.current?.scrollTo({ top: 0 });
  const recall = async (seq: number) => setFault(await store.recall(seq).then((why) => why ?? null));
  const earlier = async () => {
    setIsFetching(true);
    await store.earlier();
    setIsFetching(false);
  };

  return (
    <div className={clsx("flex min-h-0 flex-col overflow-hidden", props.className ?? "h-full")}>
      {props.callHref && !closed && (
        <CallLine href={props.callHref} call={state.call} accountId={accountId} texts={texts} />
      )}
      <div
        ref={scroller}
        {...scrollable}
        className="relative flex min-h-0 flex-1 flex-col-reverse overflow-y-auto overscroll-contain px-3 py-3"
        onScroll={({ currentTarget }) => setIsAtEnd(currentTarget.scrollTop > -NEAR_END_PX)}
      >
        <div className="grid gap-4">
          {props.intro}
          {start > 0 && (
            <Button variant="quiet" size="sm" className="justify-self-center" busy={isFetching} onClick={earlier}>
              {texts.earlier}
            </Button>
          )}
          <MessageList
            {...props}
            snapshot={snapshot}
            onQuote={closed ? undefined : setQuoted}
            onAskAgain={closed || !props.betterPicture ? undefined : (seq) => store.say(props.betterPicture ?? "", seq)}
            onRecall={closed ? undefined : recall}
          >
            {snapshot.unsent.map((unsent) => (
              <UnsentLine
                key={unsent.clientId}
                unsent={unsent}
                texts={texts}
                onRetry={store.retry}
                onDiscard={store.discard}
              />
            ))}
          </MessageList>
        </div>
      </div>
      {!isAtEnd && (
        <Button variant="secondary" size="sm" className="-mt-12 mb-1 self-center shadow-raised" onClick={toEnd}>
          {texts.newer}
        </Button>
      )}
      {writer === "patient" && !closed && turnsLeft <= FEW_TURNS && (
        <p className="px-4 py-1 text-center text-ink-muted text-sm">{fill(texts.turns, { left: turnsLeft })}</p>
      )}
      <p role="alert" className="px-4 text-center text-danger-ink text-sm empty:hidden">
        {fault === "" ? texts.link.offline : fault}
      </p>
      <LinkLine link={snapshot.link} texts={texts} />
      {!closed && <OtherSide snapshot={snapshot} name={props.otherName} texts={texts} />}
      {closed ? (
        <p className="border-line border-t bg-surface-sunken px-4 py-3 text-center text-ink-muted text-sm">
          {texts.closed[closed]}
        </p>
      ) : (
        <Composer
          place={{ accountId, consultationId }}
          texts={texts}
          phrasesAt={props.phrasesAt}
          quoted={quoted && (quoted.body || texts[quoted.voice ? "voice" : "quotePicture"])}
          onUnquote={() => setQuoted(null)}
          onType={store.types}
          onSay={(text) => {
            store.say(text, quoted?.seq ?? null);
            setQuoted(null);
            toEnd();
          }}
          onAttach={(attachment) => {
            store.attach(attachment);
            toEnd();
          }}
        />
      )}
    </div>
  );
}

/** The way to a call: somebody rings, it is on, or one may begin. A full load, since the camera is allowed in that document alone. */
function CallLine({
  href,
  call,
  accountId,
  texts,
}: {
  href: string;
  call: CatchUp["state"]["call"];
  accountId: string;
  texts: RoomTexts;
}) {
  const isIncoming = call !== null && call.startedById !== accountId;
  return (
    <p
      role="status"
      className={clsx(
        "flex items-center justify-between gap-3 px-4 py-2",
        call ? "bg-next-tint text-next-tint-ink" : "bg-surface-sunken",
      )}
    >
      <span className="text-sm">{isIncoming ? texts.callIncoming : call ? texts.callOn : texts.callHint}</span>
      <a href={href} className={buttonClass(isIncoming ? "next" : "secondary", "sm")}>
        {isIncoming ? texts.callAnswer : texts.callOpen}
      </a>
    </p>
  );
}

/** A quiet line where what is new comes late, or not at all. */
function LinkLine({ link, texts }: { link: Link; texts: RoomTexts }) {
  const words = link === "live" || link === "connecting" ? null : texts.link[link];
  return (
    <div role="status" className="bg-warning-tint px-4 py-1.5 text-center text-sm text-warning-ink empty:hidden">
      {words}
    </div>
  );
}

/** Whether the other side is there, and writing. Its place is kept, so that nothing jumps when it changes. */
function OtherSide({ snapshot, name, texts }: { snapshot: Snapshot; name: string; texts: RoomTexts }) {
  const { isOtherHere, isOtherTyping } = snapshot;
  const words = isOtherTyping ? texts.typing : isOtherHere ? texts.here : "";
  return (
    <p role="status" className="min-h-6 px-4 pb-1 text-ink-muted text-sm">
      {words && fill(words, { name })}
    </p>
  );
}

/** The last pieces of a recorded call may still be on their way when one comes back from it. */
function useLeftoverPieces(holdsCalls: boolean) {
  useEffect(() => {
    if (!holdsCalls) return;
    void Promise.all([import("@/lib/live/call-recorder"), import("@/lib/live/keep-pieces")]).then(
      ([{ pieceQueue, sendPiece }, { browserPieces }]) => pieceQueue({ keep: browserPieces, send: sendPiece }).pump(),
    );
  }, [holdsCalls]);
}

/** What the server drew around the room says what the conversation was like then: drawn anew when that changes. */
function useRefreshWhenChanged(mark: string) {
  const router = useRouter();
  const shown = useRef(mark);
  useEffect(() => {
    if (shown.current === mark) return;
    shown.current = mark;
    router.refresh();
  }, [mark, router]);
}
