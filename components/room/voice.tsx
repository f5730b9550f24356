"use client";

import { Mic, Pause, Play } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { Progress } from "@/components/ui/progress";
import { fill } from "./fill";
import { clock } from "./moment";
import type { RoomTexts } from "./room-texts";

const SPEEDS = [1, 1.5, 2] as const;

interface Props {
  readonly id: string;
  readonly seconds: number;
  readonly texts: RoomTexts;
}

/** A voice to be listened to: fetched when it is first played, since not every browser plays what comes without parts. */
export function RoomVoice({ id, seconds, texts }: Props) {
  const audio = useRef<HTMLAudioElement>(null);
  const [source, setSource] = useState<string | null>(null);
  const [isPlaying, setPlaying] = useState(false);
  const [at, setAt] = useState(0);
  const [speed, setSpeed] = useState<(typeof SPEEDS)[number]>(1);
  const [hasFailed, setFailed] = useState(false);

  useEffect(() => () => URL.revokeObjectURL(source ?? ""), [source]);
  useEffect(() => {
    if (audio.current) audio.current.playbackRate = speed;
  }, [speed]);

  const play = async () => {
    setFailed(false);
    const player = audio.current;
    if (!player) return;
    if (isPlaying) return player.pause();
    try {
      if (!source) {
        const answer = await fetch(`/api/files/${id}?inline=1`);
        if (!answer.ok) throw new Error(String(answer.status));
        const address = URL.createObjectURL(await answer.blob());
        setSource(address);
        player.src = address;
      }
      player.playbackRate = speed;
      await player.play();
    } catch {
      setFailed(true);
    }
  };

  return (
    <div className="grid gap-1">
      <div className="flex items-center gap-2">
        <button
          type="button"
          onClick={play}
          aria-label={isPlaying ? texts.voicePause : fill(texts.voicePlay, { seconds })}
          className="inline-grid size-11 shrink-0 place-items-center rounded-full bg-primary text-primary-ink hover:bg-primary-hover [&>svg]:size-5"
        >
          {isPlaying ? <Pause aria-hidden="true" /> : <Play aria-hidden="true" />}
        </button>
        <Progress max={seconds} value={Math.min(at, seconds)} aria-label={texts.voiceProgress} className="w-28" />
        <span className="min-w-10 text-sm tabular-nums">{clock(isPlaying ? Math.floor(at) : seconds)}</span>
        <button
          type="button"
          aria-label={fill(texts.voiceSpeed, { speed })}
          onClick={() => setSpeed(SPEEDS[(SPEEDS.indexOf(speed) + 1) % SPEEDS.length] ?? 1)}
          className="min-h-11 min-w-11 rounded-md font-medium text-primary text-sm tabular-nums hover:bg-primary-tint"
        >
          {speed}×
        </button>
      </div>
      {hasFailed && (
        <p role="alert" className="text-danger-ink text-sm">
          {texts.voiceFailed}
        </p>
      )}
      {/* biome-ignore lint/a11y/useMediaCaption: what a person says into a microphone has no captions. */}
      <audio
        ref={audio}
        hidden
        onPlay={() => setPlaying(true)}
        onPause={() => setPlaying(false)}
        onEnded={() => setAt(0)}
        onTimeUpdate={({ currentTarget }) => setAt(currentTarget.currentTime)}
      />
    </div>
  );
}

/** A voice that is on its way. */
export function UnsentVoice({ seconds, texts }: { seconds: number; texts: RoomTexts }) {
  return (
    <p className="flex items-center gap-2">
      <Mic aria-hidden="true" className="size-5" />
      <span className="sr-only">{texts.voice} </span>
      <span className="tabular-nums">{clock(seconds)}</span>
    </p>
  );
}
