import { createStore, del, get, set, type UseStore } from "idb-keyval";

/** Where pictures and voices that are not sent yet are kept over a reload or a closed tab. What cannot be kept is sent all the same. */
export interface FileKeep {
  /** Whether it is kept now. */
  put(name: string, file: Blob): Promise<boolean>;
  get(name: string): Promise<Blob | undefined>;
  remove(name: string): Promise<void>;
  /** An address under which this document shows the file. */
  preview(file: Blob): string;
}

let place: UseStore | undefined;
const store = () => {
  place ??= createStore("room", "unsent");
  return place;
};

/** The browser's database; a full, forbidden or missing one keeps nothing and stops nobody. */
export const browserFiles: FileKeep = {
  put: async (name, file) => {
    try {
      await set(name, file, store());
      return true;
    } catch {
      return false;
    }
  },
  get: async (name) => {
    try {
      return await get<Blob>(name, store());
    } catch {
      return undefined;
    }
  },
  remove: async (name) => {
    try {
      await del(name, store());
    } catch {
      // It was never there.
    }
  },
  preview: (file) => URL.createObjectURL(file),
};
