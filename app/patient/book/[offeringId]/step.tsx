"use client";

import { type ReactNode, useEffect, useRef } from "react";

/** One step of the form; hidden ones keep what was filled in. Coming to it, one starts at its heading. */
export function Step({
  title,
  isHere,
  hasMoved,
  children,
}: {
  title: string;
  isHere: boolean;
  hasMoved: boolean;
  children: ReactNode;
}) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (isHere && hasMoved) heading.current?.focus();
  }, [isHere, hasMoved]);
  return (
    <section hidden={!isHere} className="grid gap-4 [&[hidden]]:hidden">
      <h2 ref={heading} tabIndex={-1} className="font-semibold text-xl outline-none">
        {title}
      </h2>
      {children}
    </section>
  );
}
