"use client";

import { type RefObject, useCallback, useEffect, useState } from "react";
import type { CallKind } from "@/lib/domain/call";

/** `denied`: the person or the browser said no; `absent`: there is none; `busy`: another program has it. */
export type DeviceFault = "denied" | "absent" | "busy";

const faultOf = (error: unknown): DeviceFault => {
  const name = error instanceof DOMException ? error.name : "";
  if (name === "NotAllowedError" || name === "SecurityError") return "denied";
  return name === "NotFoundError" || name === "OverconstrainedError" ? "absent" : "busy";
};

/** Camera and microphone, asked for when somebody wants them and let go with the page. */
export function useDevices(media: RefObject<MediaStream | null>) {
  const [stream, setStream] = useState<MediaStream | null>(null);
  const [fault, setFault] = useState<DeviceFault>();
  const [facing, setFacing] = useState<"user" | "environment">("user");

  const open = useCallback(
    async (kind: CallKind): Promise<boolean> => {
      setFault(undefined);
      try {
        const video = kind === "video" ? { facingMode: "user", width: { ideal: 640 }, height: { ideal: 480 } } : false;
        const opened = await navigator.mediaDevices.getUserMedia({ audio: { echoCancellation: true }, video });
        for (const track of media.current?.getTracks() ?? []) track.stop();
        media.current = opened;
        setStream(opened);
        return true;
      } catch (error) {
        setFault(faultOf(error));
        return false;
      }
    },
    [media],
  );

  /** The other camera of a phone. Returns its track; undefined where there is none. */
  const turn = useCallback(async (): Promise<MediaStreamTrack | undefined> => {
    const next = facing === "user" ? "environment" : "user";
    try {
      const opened = await navigator.mediaDevices.getUserMedia({ video: { facingMode: next } });
      const [track] = opened.getVideoTracks();
      const [old] = media.current?.getVideoTracks() ?? [];
      if (!track || !media.current) return undefined;
      if (old) {
        media.current.removeTrack(old);
        old.stop();
      }
      media.current.addTrack(track);
      setFacing(next);
      setStream(new MediaStream(media.current.getTracks()));
      return track;
    } catch (error) {
      setFault(faultOf(error));
      return undefined;
    }
  }, [facing, media]);

  useEffect(
    () => () => {
      for (const track of media.current?.getTracks() ?? []) track.stop();
      media.current = null;
    },
    [media],
  );

  return { stream, fault, open, turn };
}
