import type { Tone } from "./tone";

export interface Toast {
  readonly id: number;
  readonly text: string;
  readonly tone: Tone;
  /** One thing to do about it, such as to undo. */
  readonly action?: { readonly label: string; readonly run: () => void };
}

const MOST = 3;

let toasts: readonly Toast[] = [];
let lastId = 0;
const listeners = new Set<() => void>();

function change(next: readonly Toast[]) {
  toasts = next;
  for (const listener of listeners) listener();
}

/** Says in passing that something was done; what must not be missed belongs in the page. Returns its id. */
export function showToast(text: string, options: { tone?: Tone; action?: Toast["action"] } = {}): number {
  lastId += 1;
  const toast = { id: lastId, text, tone: options.tone ?? "neutral", action: options.action };
  change([...toasts, toast].slice(-MOST));
  return toast.id;
}

export function dismissToast(id: number) {
  if (toasts.some((toast) => toast.id === id)) change(toasts.filter((toast) => toast.id !== id));
}

/** Oldest first, at most three. */
export const currentToasts = (): readonly Toast[] => toasts;

export function onToasts(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
