"use client";

import { X } from "lucide-react";
import { type ReactNode, useId, useRef } from "react";
import { Button, type ButtonProps } from "./button";

/**
 * A button that opens a dialog of the browser's own: focus stays inside, Escape closes it, and so does a
 * `<form method="dialog">` in it. On a phone it comes from below, under the thumb.
 */
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
        className="m-auto max-h-[min(44rem,calc(100dvh-2rem))] w-[min(34rem,calc(100vw-2rem))] overscroll-contain rounded-xl bg-surface-raised p-5 text-ink shadow-overlay open:animate-rise max-sm:mb-0 max-sm:w-full max-sm:max-w-none max-sm:rounded-b-none max-sm:pb-[calc(1.25rem+env(safe-area-inset-bottom))] sm:p-6"
      >
        <div className="-mt-1.5 -mr-2 mb-3 flex items-start justify-between gap-4">
          <h2 id={titleId} className="pt-2 font-semibold text-lg">
            {title}
          </h2>
          <Button variant="quiet" size="sm" onClick={() => dialog.current?.close()}>
            <X aria-hidden="true" />
            {closeLabel}
          </Button>
        </div>
        {children}
      </dialog>
    </>
  );
}
