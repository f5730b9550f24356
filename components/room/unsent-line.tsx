import { Button } from "@/components/ui/button";
import type { Unsent } from "@/lib/live/unsent";
import { Bubble } from "./message-line";
import type { RoomTexts } from "./room-texts";
import { UnsentVoice } from "./voice";

interface Props {
  readonly unsent: Unsent;
  readonly texts: RoomTexts;
  readonly onRetry: (clientId: string) => void;
  readonly onDiscard: (clientId: string) => void;
}

/** A message that is on its way, or was refused: then why, and what can be done. */
export function UnsentLine({ unsent, texts, onRetry, onDiscard }: Props) {
  const { clientId, kind, state, reason, preview, body, seconds } = unsent;
  return (
    <Bubble
      isOwn
      foot={<span className={state === "failed" ? "text-danger-ink" : undefined}>{texts.state[state]}</span>}
    >
      {kind === "voice" && <UnsentVoice seconds={seconds ?? 0} texts={texts} />}
      {kind === "image" && preview && (
        <img src={preview} alt={texts.picture} className="max-h-48 max-w-full rounded-md opacity-70" />
      )}
      {body && (
        <p dir="auto" className="whitespace-pre-wrap">
          {body}
        </p>
      )}
      {state === "failed" && (
        <div className="mt-2 grid gap-2 border-danger border-t pt-2">
          <p role="alert" className="text-danger-ink text-sm">
            {reason}
          </p>
          <div className="flex gap-2">
            <Button variant="secondary" size="sm" onClick={() => onRetry(clientId)}>
              {texts.retry}
            </Button>
            <Button variant="quiet" size="sm" onClick={() => onDiscard(clientId)}>
              {texts.discard}
            </Button>
          </div>
        </div>
      )}
    </Bubble>
  );
}
