"use client";

import { useEffect } from "react";

const EXTEND_MS = 3 * 60_000;

interface Props {
  /** The door that holds it longer, and the one that lets go of it. */
  readonly keep: string;
  readonly release: string;
}

const post = (path: string) => fetch(path, { method: "POST", keepalive: true }).catch(() => undefined);

/**
 * Holds what somebody works on for as long as he or she is active at it: extended while there was a movement since the last
 * time, let go of when the page is left. Draws nothing.
 */
export function Hold({ keep, release }: Props) {
  useEffect(() => {
    let isActive = false;
    const noticed = () => {
      isActive = true;
    };
    const leaving = () => void post(release);
    const signs = ["pointermove", "keydown", "scroll"] as const;
    for (const sign of signs) window.addEventListener(sign, noticed, { passive: true });
    window.addEventListener("pagehide", leaving);
    const timer = setInterval(() => {
      if (isActive && !document.hidden) void post(keep);
      isActive = false;
    }, EXTEND_MS);
    return () => {
      clearInterval(timer);
      for (const sign of signs) window.removeEventListener(sign, noticed);
      window.removeEventListener("pagehide", leaving);
      leaving();
    };
  }, [keep, release]);
  return null;
}
