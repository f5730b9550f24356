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
  children,
}: Props) {
  const { messages, state } = snapshot.conversation;
  const cards = new Map(state.prescriptions.map((card) => [card.id, card]));
  const lastOwn = messages.findLast(({ senderId }) => senderId === accountId)?.seq;
  const readByOther = Math.max(0, ...Object.entries(state.reads).map(([who, seq]) => (who === accountId ? 0 : seq)));
  const receiptOf = ({ seq }: Message) =>
    seq === lastOwn ? texts.state[seq <= readByOther ? "read" : "sent"] : undefined;
  return (
    <div role="log" aria-label={texts.log} className="flex flex-col gap-3">
      {messages.length === 0 && snapshot.unsent.length === 0 && (
        <p className="self-center py-6 text-ink-muted">{texts.empty}</p>
      )}
      {messages.map((message, index) => {
        const day = dayOf(message.at);
        const isNewDay = index === 0 || day !== dayOf(messages[index - 1]?.at ?? message.at);
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
              texts={texts}
            />
          </Fragment>
        );
      })}
      {children}
    </div>
  );
}
