"use client";

import { type ReactNode, useId, useRef } from "react";
import { Button, type ButtonProps } from "./button";

/** A button that opens a dialog of the browser's own: focus stays inside, Escape closes it. */
export function Dialog({
  trigger,
  title,
  closeLabel,
  children,
  ...button
}: { trigger: ReactNode; title: string; closeLabel: string; children: ReactNode } & Pick<
  ButtonProps,
  "variant" | "size" | "wide"
>) {
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  return (
    <>
      <Button {...button} aria-haspopup="dialog" onClick={() => dialog.current?.showModal()}>
        {trigger}
      </Button>
      <dialog
        ref={dialog}
        aria-labelledby={titleId}
        className="m-auto w-[min(34rem,calc(100vw-2rem))] rounded-xl bg-surface-raised p-5 text-ink shadow-raised"
      >
        <div className="mb-4 flex items-start justify-between gap-4">
          <h2 id={titleId} className="font-semibold text-lg">
            {title}
          </h2>
          <Button variant="quiet" size="sm" onClick={() => dialog.current?.close()}>
            {closeLabel}
          </Button>
        </div>
        {children}
      </dialog>
    </>
  );
}
