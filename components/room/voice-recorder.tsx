"use client";

import { SendHorizontal, Trash2 } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { LONGEST_VOICE_SECONDS } from "@/lib/domain/room-limits";
import { type Recording, record } from "@/lib/live/recorder";
import { clock } from "./moment";
import type { RoomTexts } from "./room-texts";

interface Props {
  readonly texts: RoomTexts;
  readonly onSend: (file: Blob, seconds: number) => void;
  /** It is over: sent, thrown away, or why it could not begin. */
  readonly onEnd: (fault: string | null) => void;
}

const button = "inline-grid size-11 shrink-0 place-items-center rounded-md [&>svg]:size-5";

/** Takes the place of the writing line while one speaks; begins at once and ends by itself after five minutes. */
export function VoiceRecorder({ texts, onSend, onEnd }: Props) {
  const [level, setLevel] = useState(0);
  const [seconds, setSeconds] = useState(0);
  const recording = useRef<Recording | null>(null);
  const ended = useRef(onEnd);
  ended.current = onEnd;

  useEffect(() => {
    let isLeft = false;
    record(setLevel).then(
      (begun) => {
        if (isLeft) begun.cancel();
        else recording.current = begun;
      },
      () => !isLeft && ended.current(texts.microphoneMissing),
    );
    const timer = setInterval(() => recording.current && setSeconds((known) => known + 1), 1_000);
    return () => {
      isLeft = true;
      clearInterval(timer);
      recording.current?.cancel();
      recording.current = null;
    };
  }, [texts]);

  const send = async () => {
    const begun = recording.current;
    if (!begun) return;
    recording.current = null;
    const said = await begun.stop();
    if (said.seconds >= 1) onSend(said.file, Math.min(said.seconds, LONGEST_VOICE_SECONDS));
    onEnd(said.seconds >= 1 ? null : texts.voiceTooShort);
  };
  const isFull = seconds >= LONGEST_VOICE_SECONDS;
  const sendNow = useRef(send);
  sendNow.current = send;
  useEffect(() => {
    if (isFull) void sendNow.current();
  }, [isFull]);

  return (
    <div className="flex items-center gap-2">
      <button
        type="button"
        aria-label={texts.voiceCancel}
        className={`${button} text-danger-ink`}
        onClick={() => onEnd(null)}
      >
        <Trash2 aria-hidden="true" />
      </button>
      <p role="timer" aria-label={texts.voiceRecording} className="min-w-12 font-medium tabular-nums">
        {clock(seconds)}
      </p>
      <meter min={0} max={1} value={level} aria-label={texts.voiceLevel} className="h-3 min-w-0 flex-1" />
      <button
        type="button"
        aria-label={texts.voiceSend}
        className={`${button} bg-primary text-primary-ink hover:bg-primary-hover`}
        onClick={send}
      >
        <SendHorizontal aria-hidden="true" />
      </button>
    </div>
  );
}
