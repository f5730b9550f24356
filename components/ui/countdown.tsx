"use client";

import { useEffect, useState } from "react";

const MINUTE = 60_000;

const parts = (ms: number) => {
  const minutes = Math.max(0, Math.ceil(ms / MINUTE));
  return { days: Math.floor(minutes / 1440), hours: Math.floor((minutes % 1440) / 60), minutes: minutes % 60 };
};

/**
 * How long is left, in words: the largest two units, renewed each half minute. `from` is the server's moment, so that the
 * first picture is the same on both sides.
 */
export function Countdown({ due, from, locale, over }: { due: string; from: string; locale: string; over: string }) {
  const [now, setNow] = useState(() => Date.parse(from));
  useEffect(() => {
    const tick = () => setNow(Date.now());
    tick();
    const timer = setInterval(tick, MINUTE / 2);
    return () => clearInterval(timer);
  }, []);
  const left = Date.parse(due) - now;
  if (left <= 0) return <time dateTime={due}>{over}</time>;
  const { days, hours, minutes } = parts(left);
  const unit = (value: number, name: "day" | "hour" | "minute") =>
    new Intl.NumberFormat(locale, { style: "unit", unit: name, unitDisplay: "long" }).format(value);
  const words = [
    days > 0 && unit(days, "day"),
    hours > 0 && unit(hours, "hour"),
    days === 0 && (minutes > 0 || hours === 0) && unit(minutes, "minute"),
  ].filter(Boolean);
  return (
    <time dateTime={due} className="tabular-nums">
      {words.slice(0, 2).join(" ")}
    </time>
  );
}
