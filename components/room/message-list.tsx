"use client";

import { Fragment, type ReactNode } from "react";
import type { Message } from "@/lib/domain/conversation";
import type { Snapshot } from "@/lib/live/conversation";
import { MessageLine } from "./message-line";
import { dayLabel, dayOf } from "./moment";
import type { RoomTexts } from "./room-texts";

interface Props {
  readonly snapshot: Snapshot;
  readonly accountId: string;
  readonly otherName: string;
  readonly prescriptionHref: string;
  readonly locale: string;
  readonly today: string;
  readonly texts: RoomTexts;
  /** Where one may write: quotes a message, or takes one's own back. */
  readonly onQuote?: ((message: Message) => void) | undefined;
  readonly onRecall?: ((seq: number) => void) | undefined;
  /** Asks for a better picture than this one. */
  readonly onAskAgain?: ((seq: number) => void) | undefined;
  /** What is still on its way, below the messages. */
  readonly children: ReactNode;
}

/** The messages in their order, with a line where a day begins. */
export function MessageList({
  snapshot,
  accountId,
  otherName,
  prescriptionHref,
  locale,
  today,
  texts,
  onQuote,
  onRecall,
  onAskAgain,
  children,
}: Props) {
  const { messages, state } = snapshot.conversation;
  const cards = new Map(state.prescriptions.map((card) => [card.id, card]));
  const readByOther = Math.max(0, ...Object.entries(state.reads).map(([who, seq]) => (who === accountId ? 0 : seq)));
  const receiptOf = ({ seq, senderId }: Message) =>
    senderId === accountId ? texts.state[seq <= readByOther ? "read" : "sent"] : undefined;
  const shown = messages.filter(({ kind }) => kind !== "recall");
  const bySeq = new Map(messages.map((message) => [message.seq, message]));
  return (
    <div role="log" aria-label={texts.log} className="flex flex-col gap-3">
      {shown.length === 0 && snapshot.unsent.length === 0 && (
        <p className="self-center py-6 text-ink-muted">{texts.empty}</p>
      )}
      {shown.map((message, index) => {
        const day = dayOf(message.at);
        const isNewDay = index === 0 || day !== dayOf(shown[index - 1]?.at ?? message.at);
        return (
          <Fragment key={message.seq}>
            {isNewDay && (
              <p className="self-center rounded-full bg-surface-sunken px-3 py-0.5 text-ink-muted text-xs">
                <time dateTime={day}>{dayLabel(day, today, locale, texts)}</time>
              </p>
            )}
            <MessageLine
              message={message}
              isOwn={message.senderId === accountId}
              name={otherName}
              card={message.prescriptionId ? cards.get(message.prescriptionId) : undefined}
              prescriptionHref={prescriptionHref}
              receipt={receiptOf(message)}
              quoted={message.refSeq === null ? undefined : (bySeq.get(message.refSeq) ?? null)}
              onQuote={onQuote && (() => onQuote(message))}
              onRecall={onRecall && (() => onRecall(message.seq))}
              onAskAgain={onAskAgain && (() => onAskAgain(message.seq))}
              accountId={accountId}
              texts={texts}
            />
          </Fragment>
        );
      })}
      {children}
    </div>
  );
}
