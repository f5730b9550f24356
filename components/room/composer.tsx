"use client";

import clsx from "clsx";
import { ImagePlus, Mic, SendHorizontal, X } from "lucide-react";
import { type ClipboardEvent, type KeyboardEvent, useEffect, useRef, useState } from "react";
import { LARGEST_FILE_BYTES, LONGEST_MESSAGE } from "@/lib/domain/room-limits";
import { draftOf } from "@/lib/live/keep";
import { shrinkPicture } from "@/lib/live/shrink-picture";
import type { Attachment } from "@/lib/live/unsent";
import { fill } from "./fill";
import { PhraseMenu } from "./phrase-menu";
import type { RoomTexts } from "./room-texts";
import { VoiceRecorder } from "./voice-recorder";

interface Props {
  readonly place: { readonly accountId: string; readonly consultationId: string };
  readonly texts: RoomTexts;
  /** Sentences to send or to go on from; none for a patient. */
  readonly phrasesAt: string | undefined;
  /** What the next message answers to. */
  readonly quoted: string | null;
  readonly onUnquote: () => void;
  /** At each change of what is being written. */
  readonly onType: () => void;
  readonly onSay: (text: string) => void;
  readonly onAttach: (attachment: Attachment) => void;
}

const iconButton = "inline-grid size-11 shrink-0 place-items-center rounded-md disabled:opacity-55 [&>svg]:size-5";

const draftAt = ({ accountId, consultationId }: Props["place"]) =>
  draftOf(() => localStorage, accountId, consultationId);

/** Where one writes. A draft outlives everything; on a keyboard Enter sends and Shift+Enter breaks the line. */
export function Composer({ place, texts, phrasesAt, quoted, onUnquote, onType, onSay, onAttach }: Props) {
  const [text, setText] = useState("");
  const [isTooLarge, setIsTooLarge] = useState(false);
  const [isSpeaking, setSpeaking] = useState(false);
  const [voiceFault, setVoiceFault] = useState<string | null>(null);
  const field = useRef<HTMLTextAreaElement>(null);
  const chooser = useRef<HTMLInputElement>(null);
  const { accountId, consultationId } = place;
  const excess = [...text.trim()].length - LONGEST_MESSAGE;
  const canSend = text.trim() !== "" && excess <= 0;

  useEffect(() => {
    const left = draftAt({ accountId, consultationId }).read();
    if (left) setText(left);
  }, [accountId, consultationId]);

  useEffect(() => {
    const area = field.current;
    if (!area) return;
    area.style.height = "auto";
    area.style.height = text ? `${area.scrollHeight}px` : "";
  }, [text]);

  const write = (next: string) => {
    setText(next);
    draftAt(place).write(next);
  };
  const send = () => {
    if (!canSend) return;
    onSay(text.trim());
    write("");
    field.current?.focus();
  };
  useEffect(() => {
    if (quoted !== null) field.current?.focus();
  }, [quoted]);
  const show = async (files: Iterable<File>) => {
    setIsTooLarge(false);
    for (const file of files) {
      const picture = await shrinkPicture(file);
      if (picture.size > LARGEST_FILE_BYTES) setIsTooLarge(true);
      else onAttach({ kind: "image", file: picture, seconds: null });
    }
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const isChoosingCharacters = event.nativeEvent.isComposing;
    if (event.key !== "Enter" || event.shiftKey || isChoosingCharacters || !matchMedia("(pointer: fine)").matches)
      return;
    event.preventDefault();
    send();
  };
  const onPaste = (event: ClipboardEvent) => {
    if (event.clipboardData.files.length === 0) return;
    event.preventDefault();
    void show([...event.clipboardData.files]);
  };

  return (
    <form
      className="grid gap-1.5 border-line border-t bg-surface-raised p-2"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <div role="alert" className="px-1 text-danger-ink text-sm empty:hidden">
        {excess > 0 && <p>{fill(texts.tooLong, { count: excess })}</p>}
        {isTooLarge && <p>{texts.pictureTooLarge}</p>}
        {voiceFault && <p>{voiceFault}</p>}
      </div>
      {quoted !== null && (
        <div className="flex items-center gap-2 border-line-strong border-l-3 pl-2 text-ink-muted text-sm">
          <span className="line-clamp-1 min-w-0 flex-1 break-words">
            <span className="sr-only">{texts.quotes} </span>
            {quoted}
          </span>
          <button type="button" aria-label={texts.unquote} className={iconButton} onClick={onUnquote}>
            <X aria-hidden="true" />
          </button>
        </div>
      )}
      {phrasesAt && (
        <PhraseMenu
          address={phrasesAt}
          label={texts.phrases}
          onChoose={(phrase) => {
            write(text.trim() === "" ? phrase : `${text.trimEnd()} ${phrase}`);
            field.current?.focus();
          }}
        />
      )}
      {isSpeaking && (
        <VoiceRecorder
          texts={texts}
          onSend={(file, seconds) => onAttach({ kind: "voice", file, seconds })}
          onEnd={(fault) => {
            setSpeaking(false);
            setVoiceFault(fault);
          }}
        />
      )}
      <div className={clsx("flex items-end gap-1.5", isSpeaking && "hidden")}>
        <input
          ref={chooser}
          type="file"
          accept="image/jpeg,image/png,image/webp"
          multiple
          hidden
          onChange={(event) => {
            void show([...(event.target.files ?? [])]);
            event.target.value = "";
          }}
        />
        <button
          type="button"
          aria-label={texts.picture}
          className={`${iconButton} text-primary hover:bg-primary-tint`}
          onClick={() => chooser.current?.click()}
        >
          <ImagePlus aria-hidden="true" />
        </button>
        <button
          type="button"
          aria-label={texts.voiceRecord}
          className={`${iconButton} text-primary hover:bg-primary-tint`}
          onClick={() => {
            setVoiceFault(null);
            setSpeaking(true);
          }}
        >
          <Mic aria-hidden="true" />
        </button>
        <textarea
          ref={field}
          rows={1}
          value={text}
          aria-label={texts.write}
          placeholder={texts.write}
          enterKeyHint="send"
          className="max-h-40 min-h-11 min-w-0 flex-1 resize-none rounded-md border border-line-strong bg-surface px-3 py-2.5"
          onChange={(event) => {
            write(event.target.value);
            onType();
          }}
          onKeyDown={onKeyDown}
          onPaste={onPaste}
        />
        <button
          type="submit"
          aria-label={texts.send}
          disabled={!canSend}
          className={`${iconButton} bg-primary text-primary-ink hover:bg-primary-hover`}
        >
          <SendHorizontal aria-hidden="true" />
        </button>
      </div>
    </form>
  );
}
