"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import type { CallClient } from "@/lib/live/call";
import type { CallTexts } from "./call-texts";

interface Props {
  readonly stream: MediaStream;
  readonly client: CallClient;
  readonly isSoundOnly: boolean;
  /** The other camera, as its track. */
  readonly turn: () => Promise<MediaStreamTrack | undefined>;
  readonly onEnd: () => void;
  readonly texts: CallTexts;
}

/** Microphone, camera, the other camera, and putting down; each says in words what it will do. */
export function CallControls({ stream, client, isSoundOnly, turn, onEnd, texts }: Props) {
  const [isMuted, setMuted] = useState(false);
  const hasCamera = stream.getVideoTracks().length > 0;

  function mute() {
    for (const track of stream.getAudioTracks()) track.enabled = isMuted;
    setMuted(!isMuted);
  }
  async function other() {
    const track = await turn();
    if (track) client.replace(track);
  }

  return (
    <div className="flex flex-wrap gap-2">
      <Button variant="secondary" aria-pressed={isMuted} onClick={mute}>
        {isMuted ? texts.unmute : texts.mute}
      </Button>
      {hasCamera && (
        <Button variant="secondary" aria-pressed={isSoundOnly} onClick={() => client.soundOnly(!isSoundOnly)}>
          {isSoundOnly ? texts.cameraOn : texts.cameraOff}
        </Button>
      )}
      {hasCamera && (
        <Button variant="secondary" onClick={other}>
          {texts.turn}
        </Button>
      )}
      <Button variant="danger" onClick={onEnd}>
        {texts.hangUp}
      </Button>
    </div>
  );
}
