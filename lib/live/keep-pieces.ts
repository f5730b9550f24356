import { createStore, del, get, keys, set, type UseStore } from "idb-keyval";
import type { PieceKeep } from "./call-recorder";

let place: UseStore | undefined;
const store = () => {
  place ??= createStore("calls", "pieces");
  return place;
};

const attempt = async <Found>(work: () => Promise<Found>, otherwise: Found): Promise<Found> => {
  try {
    return await work();
  } catch {
    return otherwise;
  }
};

/** Pieces that this tab recorded itself: sent also where the browser's database keeps nothing. */
const own = new Map<string, Blob>();

/** The browser's database, shared by its tabs. */
export const browserPieces: PieceKeep = {
  put: async (name, file) => {
    own.set(name, file);
    return attempt(() => set(name, file, store()).then(() => true), false);
  },
  get: async (name) => own.get(name) ?? (await attempt(() => get<Blob>(name, store()), undefined)),
  remove: async (name) => {
    own.delete(name);
    await attempt(() => del(name, store()), undefined);
  },
  names: async () => [...new Set([...own.keys(), ...(await attempt(() => keys<string>(store()), []))])],
};
