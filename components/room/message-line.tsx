import clsx from "clsx";
import type { ReactNode } from "react";
import { Badge } from "@/components/ui/badge";
import { AppLink } from "@/components/ui/button-link";
import type { Tone } from "@/components/ui/tone";
import type { Message, PrescriptionCard } from "@/lib/domain/conversation";
import type { PrescriptionStatus } from "@/lib/domain/prescription";
import { readSystemBody } from "@/lib/domain/system-message";
import { fill } from "./fill";
import { clockTime } from "./moment";
import { RoomPicture } from "./picture";
import type { RoomTexts } from "./room-texts";

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
export function Bubble({ isOwn, children, foot }: { isOwn: boolean; children: ReactNode; foot?: ReactNode }) {
  return (
    <div
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
      {foot && <div className="text-ink-muted text-xs tabular-nums">{foot}</div>}
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
  readonly texts: RoomTexts;
}

/** One line of the conversation as its kind wants to be seen. */
export function MessageLine({ message, isOwn, name, card, prescriptionHref, receipt, texts }: Props) {
  if (message.kind === "system") return <SystemLine message={message} texts={texts} />;
  const time = clockTime(message.at);
  const { picture } = message;
  return (
    <Bubble
      isOwn={isOwn}
      foot={
        <>
          <time dateTime={message.at}>{time}</time>
          {receipt && ` · ${receipt}`}
        </>
      }
    >
      <span className="sr-only">{fill(texts.said, { name: isOwn ? texts.you : name, time })}</span>
      {picture && (
        <RoomPicture
          {...picture}
          alt={message.body || fill(texts.pictureOf, { name: isOwn ? texts.you : name })}
          texts={texts}
        />
      )}
      {card ? (
        <Prescription card={card} href={prescriptionHref} texts={texts} />
      ) : (
        message.body && message.kind !== "prescription" && <p className="whitespace-pre-wrap">{message.body}</p>
      )}
    </Bubble>
  );
}
