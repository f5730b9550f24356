"use client";

import { type ReactNode, useEffect, useRef } from "react";

/** So that the keyboard scrolls it, too. */
const scrollable = { tabIndex: 0 } as const;

/**
 * A text to be read to its end: `onRead` is called once the end has been in view; a text that fits is read at once. The end takes the focus,
 * so that whoever listens or uses the keyboard comes there as well.
 */
export function ReadToEnd({
  label,
  end,
  onRead,
  children,
}: {
  label: string;
  end: string;
  onRead: () => void;
  children: ReactNode;
}) {
  const frame = useRef<HTMLElement>(null);
  const last = useRef<HTMLParagraphElement>(null);

  useEffect(() => {
    if (!last.current) return;
    const observer = new IntersectionObserver(
      (seen) => {
        if (!seen.some(({ isIntersecting }) => isIntersecting)) return;
        observer.disconnect();
        onRead();
      },
      { root: frame.current },
    );
    observer.observe(last.current);
    return () => observer.disconnect();
  }, [onRead]);

  return (
    <section
      ref={frame}
      aria-label={label}
      {...scrollable}
      className="grid max-h-[50dvh] gap-3 overflow-y-auto overscroll-contain rounded-md border border-line bg-surface-sunken p-4 leading-relaxed"
    >
      {children}
      <p ref={last} {...scrollable} className="text-center text-ink-muted text-sm">
        {end}
      </p>
    </section>
  );
}
