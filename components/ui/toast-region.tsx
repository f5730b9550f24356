"use client";

import clsx from "clsx";
import { X } from "lucide-react";
import { useEffect, useState, useSyncExternalStore } from "react";
import { currentToasts, dismissToast, onToasts, type Toast } from "./toast-store";
import { toneClass } from "./tone";

const READ_MS = 7000;
const none: readonly Toast[] = [];

/** Where `showToast` speaks: once per page, above the navigation. A toast waits while it is pointed at or has the focus. */
export function ToastRegion({ label, dismissLabel }: { label: string; dismissLabel: string }) {
  const toasts = useSyncExternalStore(onToasts, currentToasts, () => none);
  return (
    <section
      aria-label={label}
      aria-live="polite"
      className="pointer-events-none fixed inset-x-4 bottom-[calc(5rem+env(safe-area-inset-bottom))] z-20 md:bottom-6 print:hidden"
    >
      <ul className="grid justify-items-center gap-2">
        {toasts.map((toast) => (
          <ToastCard key={toast.id} toast={toast} dismissLabel={dismissLabel} />
        ))}
      </ul>
    </section>
  );
}

function ToastCard({ toast, dismissLabel }: { toast: Toast; dismissLabel: string }) {
  const [isHeld, setHeld] = useState(false);
  useEffect(() => {
    if (isHeld || toast.tone === "danger") return;
    const timer = setTimeout(() => dismissToast(toast.id), READ_MS);
    return () => clearTimeout(timer);
  }, [isHeld, toast]);
  return (
    <li
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
      className={clsx(
        "pointer-events-auto flex w-full max-w-md animate-rise items-center gap-2 rounded-lg py-1.5 pr-1.5 pl-4 shadow-overlay",
        toast.tone === "neutral" ? "bg-ink text-surface" : toneClass[toast.tone],
      )}
    >
      <p className="min-w-0 flex-1 py-1.5">{toast.text}</p>
      {toast.action && (
        <button
          type="button"
          className="min-h-11 rounded-md px-3 font-semibold underline underline-offset-4"
          onClick={() => {
            toast.action?.run();
            dismissToast(toast.id);
          }}
        >
          {toast.action.label}
        </button>
      )}
      <button
        type="button"
        aria-label={dismissLabel}
        className="grid size-11 shrink-0 place-items-center rounded-md"
        onClick={() => dismissToast(toast.id)}
      >
        <X aria-hidden="true" className="size-5" />
      </button>
    </li>
  );
}
