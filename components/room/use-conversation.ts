"use client";

import { useEffect, useState, useSyncExternalStore } from "react";
import type { CatchUp } from "@/lib/domain/conversation";
import { channels } from "@/lib/domain/realtime";
import { type LiveConfig, listen } from "@/lib/live/connect";
import { type ConversationStore, conversationStore, type Snapshot } from "@/lib/live/conversation";
import { browserFiles } from "@/lib/live/keep-files";
import { roomApi } from "@/lib/live/room-api";

interface Place {
  readonly consultationId: string;
  readonly accountId: string;
  readonly config: LiveConfig;
}

/** The store of one conversation, awake while the page is looked at. */
export function useConversation(place: Place, initial: CatchUp): [ConversationStore, Snapshot] {
  const [store] = useState(() =>
    conversationStore(place, initial, {
      api: roomApi(place.consultationId),
      listen: (ear) => listen(place.config, channels.consultation(place.consultationId), ear),
      keep: () => localStorage,
      files: browserFiles,
    }),
  );
  const snapshot = useSyncExternalStore(store.subscribe, store.snapshot, store.snapshot);

  useEffect(() => {
    const stop = store.start();
    const look = () => (document.hidden ? store.sleep() : store.wake());
    const leave = (event: BeforeUnloadEvent) => {
      if (store.wouldLose()) event.preventDefault();
    };
    document.addEventListener("visibilitychange", look);
    window.addEventListener("online", store.wake);
    window.addEventListener("beforeunload", leave);
    return () => {
      stop();
      document.removeEventListener("visibilitychange", look);
      window.removeEventListener("online", store.wake);
      window.removeEventListener("beforeunload", leave);
    };
  }, [store]);

  return [store, snapshot];
}
