"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";
import { type LiveConfig, listen } from "@/lib/live/connect";

type EventName = "changed" | "message" | "notice";

const DEBOUNCE_MS = 250;
/** Realtime promises no delivery: a page that is looked at is never older than this. */
const LIVE_MS = 60_000;
const NOT_LIVE_MS = 10_000;

interface Props {
  readonly config: LiveConfig;
  /** Names of channels, by `channels` of `domain/realtime`. */
  readonly channels: readonly string[];
  /** Which events count; all, unless said. */
  readonly events?: readonly EventName[];
}

/**
 * Shows the page anew when something is heard on its channels, after each gap, and now and then; only while it is looked
 * at: a hidden page catches up when it is seen again. Draws nothing.
 */
export function LiveRefresh({ config, channels, events = ["changed", "message", "notice"] }: Props) {
  const router = useRouter();
  const settings = JSON.stringify({ config, channels, events });

  useEffect(() => {
    const { config, channels, events }: Required<Props> = JSON.parse(settings);
    const liveChannels = new Set<string>();
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isDue = false;

    const refreshIn = (wait: number) => {
      clearTimeout(timer);
      timer = setTimeout(() => {
        isDue = document.hidden;
        if (!isDue) router.refresh();
        refreshIn(liveChannels.size === channels.length ? LIVE_MS : NOT_LIVE_MS);
      }, wait);
    };
    const refreshSoon = () => {
      if (isDue) return;
      isDue = true;
      refreshIn(DEBOUNCE_MS);
    };
    const seen = () => {
      if (document.hidden || !isDue) return;
      refreshIn(0);
    };

    const stops = channels.map((name) =>
      listen(config, name, {
        heard: (event) => {
          if (events.some((known) => known === event)) refreshSoon();
        },
        live: (isLive) => {
          if (isLive === liveChannels.has(name)) return;
          if (isLive) {
            liveChannels.add(name);
            refreshSoon();
          } else {
            liveChannels.delete(name);
            if (!isDue) refreshIn(NOT_LIVE_MS);
          }
        },
      }),
    );
    refreshIn(NOT_LIVE_MS);
    document.addEventListener("visibilitychange", seen);
    return () => {
      clearTimeout(timer);
      document.removeEventListener("visibilitychange", seen);
      for (const stop of stops) stop();
    };
  }, [settings, router]);

  return null;
}
