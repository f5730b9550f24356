/** Where unsent words are kept over a reload or a closed tab: the browser's own storage, or what stands in for it. */
export type Keep = Pick<Storage, "getItem" | "setItem" | "removeItem" | "key" | "length">;

const attempt = <T>(work: () => T, otherwise: T): T => {
  try {
    return work();
  } catch {
    // A full or forbidden storage must not stop anybody from writing.
    return otherwise;
  }
};

/** Entries under a name of their own: each tab writes its own and overwrites no other's. */
export function keptUnder(keep: () => Keep, prefix: string) {
  return {
    get: (name: string): string | null => attempt(() => keep().getItem(prefix + name), null),
    set: (name: string, value: string): void => attempt(() => keep().setItem(prefix + name, value), undefined),
    remove: (name: string): void => attempt(() => keep().removeItem(prefix + name), undefined),
    all: (): string[] =>
      attempt(() => {
        const storage = keep();
        const names = Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? "");
        return names.flatMap((name) => (name.startsWith(prefix) ? [storage.getItem(name) ?? ""] : []));
      }, []),
  };
}

/** What a person has begun to write in a consultation; other accounts on the same device do not see it. */
export const draftOf = (keep: () => Keep, accountId: string, consultationId: string) => {
  const kept = keptUnder(keep, `room/${accountId}/${consultationId}/`);
  return {
    read: (): string => kept.get("draft") ?? "",
    write: (text: string): void => (text ? kept.set("draft", text) : kept.remove("draft")),
  };
};
