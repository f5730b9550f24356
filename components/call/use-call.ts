"use client";

import { useEffect, useRef, useState, useSyncExternalStore } from "react";
import { type CallClient, type CallSnapshot, callClient } from "@/lib/live/call";
import { callApi } from "@/lib/live/call-api";
import { clientId } from "@/lib/live/client-id";

interface Place {
  readonly consultationId: string;
  readonly iceServers: RTCIceServer[];
}

/** This tab's end of the calls of one consultation. */
export function useCall({ consultationId, iceServers }: Place) {
  const media = useRef<MediaStream | null>(null);
  const [tab] = useState(clientId);
  const [client] = useState<CallClient>(() =>
    callClient({
      api: callApi(consultationId, tab),
      peer: () => new RTCPeerConnection({ iceServers }),
      media: () => media.current,
    }),
  );
  const snapshot: CallSnapshot = useSyncExternalStore(client.subscribe, client.snapshot, client.snapshot);
  useEffect(() => client.start(), [client]);
  return { client, snapshot, tab, media };
}
