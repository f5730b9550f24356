import clsx from "clsx";
import { Ellipsis } from "lucide-react";
import { type ReactNode, useState } from "react";
import { Badge } from "@/components/ui/badge";
import { AppLink } from "@/components/ui/button-link";
import type { Tone } from "@/components/ui/tone";
import { canRecall, type Message, type PrescriptionCard } from "@/lib/domain/conversation";
import type { PrescriptionStatus } from "@/lib/domain/prescription";
import { readSystemBody } from "@/lib/domain/system-message";
import { fill } from "./fill";
import { clockTime } from "./moment";
import { RoomPicture } from "./picture";
import type { RoomTexts } from "./room-texts";
import { RoomVoice } from "./voice";

const toneOf: Record<PrescriptionStatus, Tone> = {
  draft: "neutral",
  in_review: "info",
  double_signed: "info",
  returned: "warning",
  approved: "success",
  dispensed: "success",
  refused: "danger",
  expired: "neutral",
  voided: "neutral",
};

/** What somebody said: one's own on the right. */
export function Bubble({
  isOwn,
  children,
  foot,
  id,
}: {
  isOwn: boolean;
  children: ReactNode;
  foot?: ReactNode;
  id?: string;
}) {
  return (
    <div
      id={id}
      tabIndex={id ? -1 : undefined}
      className={clsx(
        "grid max-w-[85%] gap-1",
        isOwn ? "justify-items-end self-end" : "justify-items-start self-start",
      )}
    >
      <div
        className={clsx(
          "rounded-lg px-3.5 py-2.5",
          isOwn
            ? "rounded-br-sm bg-primary-tint text-primary-tint-ink"
            : "rounded-bl-sm border border-line bg-surface-raised",
        )}
      >
        {children}
      </div>
      {foot && <div className="flex flex-wrap items-center gap-x-1 text-ink-muted text-xs tabular-nums">{foot}</div>}
    </div>
  );
}

function SystemLine({ message, texts }: { message: Message; texts: RoomTexts }) {
  const { code, params } = readSystemBody(message.body);
  return (
    <p className="max-w-[90%] self-center text-center text-ink-muted text-sm">
      {fill(texts.system[code], params)} <time dateTime={message.at}>{clockTime(message.at)}</time>
    </p>
  );
}

/** The words that a message answers to; a press goes there. */
function Quote({ quoted, name, texts }: { quoted: Message | null; name: string; texts: RoomTexts }) {
  const words = quoted
    ? quoted.isRecalled
      ? texts.quoteGone
      : quoted.body || texts[quoted.voice ? "voice" : "quotePicture"]
    : texts.quoteEarlier;
  return (
    <button
      type="button"
      disabled={!quoted}
      onClick={() => {
        const there = document.getElementById(`message-${quoted?.seq}`);
        there?.scrollIntoView({ block: "center" });
        there?.focus();
      }}
      className="mb-1 block max-w-full border-line-strong border-l-3 pl-2 text-left text-ink-muted text-sm"
    >
      <span className="sr-only">{texts.quotes} </span>
      {quoted && <span className="block font-medium">{name}</span>}
      <span className="line-clamp-2 break-words">{words}</span>
    </button>
  );
}

/** What can be done with a message, shown on demand. */
function Actions({
  onQuote,
  onRecall,
  texts,
}: {
  onQuote: () => void;
  onRecall: (() => void) | undefined;
  texts: RoomTexts;
}) {
  const [isOpen, setOpen] = useState(false);
  const item = "min-h-8 rounded-md px-2 font-medium text-primary hover:bg-primary-tint pointer-coarse:min-h-11";
  const act = (work: () => void) => () => {
    setOpen(false);
    work();
  };
  return (
    <>
      <button
        type="button"
        aria-expanded={isOpen}
        aria-label={texts.more}
        className={item}
        onClick={() => setOpen(!isOpen)}
      >
        <Ellipsis aria-hidden="true" className="size-4" />
      </button>
      {isOpen && (
        <button type="button" className={item} onClick={act(onQuote)}>
          {texts.quote}
        </button>
      )}
      {isOpen && onRecall && (
        <button type="button" className={item} onClick={act(onRecall)}>
          {texts.recall}
        </button>
      )}
    </>
  );
}

function Prescription({ card, href, texts }: { card: PrescriptionCard; href: string; texts: RoomTexts }) {
  return (
    <div className="grid gap-2">
      <div className="flex flex-wrap items-center gap-2">
        <span className="font-semibold">{texts.prescription.title}</span>
        <Badge tone={toneOf[card.status]}>{texts.prescriptionStatus[card.status]}</Badge>
      </div>
      <span className="text-sm">{fill(texts.prescription.number, { number: card.number })}</span>
      <AppLink
        href={href.replace(":id", card.id)}
        className="inline-flex min-h-11 items-center font-medium text-primary underline"
      >
        {texts.prescription.open}
      </AppLink>
    </div>
  );
}

interface Props {
  readonly message: Message;
  readonly isOwn: boolean;
  readonly name: string;
  readonly card: PrescriptionCard | undefined;
  readonly prescriptionHref: string;
  /** Whether the other side has it, or has read it: under the last of one's own. */
  readonly receipt: string | undefined;
  /** What it quotes: null where that is not on the screen yet. */
  readonly quoted: Message | null | undefined;
  readonly accountId: string;
  readonly onQuote: (() => void) | undefined;
  readonly onRecall: (() => void) | undefined;
  readonly onAskAgain: (() => void) | undefined;
  readonly texts: RoomTexts;
}

/** One line of the conversation as its kind wants to be seen. */
export function MessageLine(props: Props) {
  const { message, isOwn, name, card, prescriptionHref, receipt, quoted, accountId, onQuote, onRecall, texts } = props;
  const { onAskAgain } = props;
  if (message.kind === "system") return <SystemLine message={message} texts={texts} />;
  const time = clockTime(message.at);
  const nameOf = (senderId: string | null) => (senderId === accountId ? texts.you : name);
  if (message.isRecalled)
    return (
      <p className="max-w-[90%] self-center text-center text-ink-muted text-sm">
        {fill(texts.recalled, { name: nameOf(message.senderId) })} <time dateTime={message.at}>{time}</time>
      </p>
    );
  const { picture, voice } = message;
  const mayRecall = onRecall && canRecall(message, accountId, new Date());
  return (
    <Bubble
      isOwn={isOwn}
      id={`message-${message.seq}`}
      foot={
        <>
          <time dateTime={message.at}>{time}</time>
          {receipt && ` · ${receipt}`}
          {onQuote && <Actions onQuote={onQuote} onRecall={mayRecall ? onRecall : undefined} texts={texts} />}
        </>
      }
    >
      {quoted !== undefined && <Quote quoted={quoted} name={nameOf(quoted?.senderId ?? null)} texts={texts} />}
      <span className="sr-only">{fill(texts.said, { name: isOwn ? texts.you : name, time })}</span>
      {picture && (
        <RoomPicture
          {...picture}
          alt={message.body || fill(texts.pictureOf, { name: isOwn ? texts.you : name })}
          texts={texts}
        />
      )}
      {picture && !isOwn && onAskAgain && (
        <button
          type="button"
          className="min-h-8 rounded-md font-medium text-primary text-sm hover:bg-primary-tint pointer-coarse:min-h-11"
          onClick={onAskAgain}
        >
          {texts.askAgain}
        </button>
      )}
      {message.kind === "record" && <p className="font-medium text-sm">{texts.fromRecord}</p>}
      {voice && <RoomVoice {...voice} texts={texts} />}
      {card ? (
        <Prescription card={card} href={prescriptionHref} texts={texts} />
      ) : (
        message.body &&
        message.kind !== "prescription" && (
          <p dir="auto" className="whitespace-pre-wrap">
            {message.body}
          </p>
        )
      )}
    </Bubble>
  );
}
