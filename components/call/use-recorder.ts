"use client";

import { useEffect, useState } from "react";
import { callRecorder, sendPiece } from "@/lib/live/call-recorder";
import { browserPieces } from "@/lib/live/keep-pieces";

/** Records what this side of a call sends while `callId` names one that both agreed to record, and sends what an earlier tab left behind. */
export function useRecorder(callId: string | null, stream: MediaStream | null): void {
  const [recorder] = useState(() => callRecorder({ keep: browserPieces, send: sendPiece }));
  useEffect(() => recorder.resume(), [recorder]);
  useEffect(() => {
    if (callId && stream) recorder.follow(callId, stream);
    else recorder.end();
  }, [recorder, callId, stream]);
  useEffect(() => recorder.end, [recorder]);
}
