"use client";

import { BellRing } from "lucide-react";
import { useEffect, useState, useTransition } from "react";
import { Button } from "@/components/ui/button";
import type { ActionResult } from "@/lib/domain/result";
import { beginWatching, endWatching, type Watching, watching } from "@/lib/live/watch-notices";

interface Props {
  readonly isKnown: boolean;
  readonly applicationKey: string;
  /** The actions `watchNotices` and `unwatchNotices`. */
  readonly watch: (...args: unknown[]) => Promise<ActionResult<unknown>>;
  readonly unwatch: (...args: unknown[]) => Promise<ActionResult<unknown>>;
  readonly texts: Readonly<Record<"on" | "off" | "turnOn" | "turnOff" | "denied" | "failed", string>>;
}

/** Whether this browser shows notices while no page is open; nothing at all where it cannot. */
export function WatchSwitch({ isKnown, applicationKey, watch, unwatch, texts }: Props) {
  const [state, setState] = useState<Watching>();
  const [hasFailed, setFailed] = useState(false);
  const [isBusy, start] = useTransition();
  useEffect(() => {
    void watching(isKnown).then(setState);
  }, [isKnown]);

  const turn = (to: "on" | "off") =>
    start(async () => {
      setFailed(false);
      try {
        if (to === "off") {
          const endpoint = await endWatching();
          if (endpoint) await unwatch({ endpoint });
          return setState("off");
        }
        const browser = await beginWatching(applicationKey);
        if (!browser) return setState(await watching(false));
        const answer = await watch(browser);
        setFailed(!answer.ok);
        setState(answer.ok ? "on" : "off");
      } catch {
        setFailed(true);
      }
    });

  if (state === undefined || state === "unsupported") return null;
  return (
    <div className="mb-4 flex flex-wrap items-center justify-between gap-3 rounded-lg border border-line bg-surface-raised px-4 py-3">
      <p className="flex min-w-0 flex-1 basis-60 items-start gap-2.5" aria-live="polite">
        <BellRing aria-hidden="true" className="mt-0.5 size-5 shrink-0 text-ink-muted" />
        {hasFailed ? texts.failed : texts[state]}
      </p>
      {state !== "denied" && (
        <Button variant="secondary" disabled={isBusy} onClick={() => turn(state === "on" ? "off" : "on")}>
          {state === "on" ? texts.turnOff : texts.turnOn}
        </Button>
      )}
    </div>
  );
}
