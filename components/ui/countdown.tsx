"use client";

import clsx from "clsx";
import { useEffect, useState } from "react";
import { timeLeft } from "./time-left";

const MINUTE = 60_000;

/**
 * How long is left, in words: the largest two units, renewed each half minute, plainer to see in the last
 * `urgentMinutes`. `from` is the server's moment, so that the first picture is the same on both sides.
 */
export function Countdown({
  due,
  from,
  locale,
  over,
  urgentMinutes = 0,
}: {
  due: string;
  from: string;
  locale: string;
  over: string;
  urgentMinutes?: number;
}) {
  const [now, setNow] = useState(() => Date.parse(from));
  useEffect(() => {
    const tick = () => setNow(Date.now());
    tick();
    const timer = setInterval(tick, MINUTE / 2);
    return () => clearInterval(timer);
  }, []);
  const left = Date.parse(due) - now;
  return (
    <time
      dateTime={due}
      role="timer"
      className={clsx("tabular-nums", left <= urgentMinutes * MINUTE && "font-semibold text-danger-ink")}
      suppressHydrationWarning
    >
      {timeLeft(left, locale) ?? over}
    </time>
  );
}
