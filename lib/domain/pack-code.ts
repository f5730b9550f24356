/** What was read off a pack: a GS1 code names the trade item, the batch and the day; anything else is taken for the batch number. */
export interface PackCode {
  readonly batch: string;
  /** Fourteen digits; null where the code does not say. */
  readonly gtin: string | null;
}

/** GS1 application identifiers with a fixed length, as far as packs of medicine bear them. */
const fixed: Readonly<Record<string, number>> = { "01": 14, "11": 6, "15": 6, "17": 6 };
/** Those that end at a group separator: batch, serial number. */
const open = new Set(["10", "21"]);
const SEPARATOR = "\u001d";

/** A scanner's prefix that says which kind of code it read, and the separators that some print instead of sending. */
const tidy = (text: string) =>
  text
    .trim()
    .replace(/^\](?:d2|C1|e0|Q3)/, "")
    .replace(/<GS>|\{GS\}/gi, SEPARATOR);

const upper = (batch: string) => batch.replaceAll(" ", "").toUpperCase();

/** Reads "(01)06912345678901(17)271231(10)B123", with brackets. */
function bracketed(text: string): Map<string, string> | null {
  if (!/^\(\d{2}\)/.test(text)) return null;
  return new Map([...text.matchAll(/\((\d{2})\)([^(]*)/g)].map(([, id = "", value = ""]) => [id, value.trim()]));
}

/** Reads the same as a scanner sends it: identifiers and values one after the other, open ones up to the group separator. */
function running(text: string): Map<string, string> | null {
  if (!/^01\d{14}/.test(text)) return null;
  const found = new Map<string, string>();
  let rest = text;
  while (rest.length > 2) {
    const id = rest.slice(0, 2);
    const length = fixed[id];
    if (length === undefined && !open.has(id)) return null;
    const end = length === undefined ? rest.indexOf(SEPARATOR) : 2 + length;
    const value = rest.slice(2, end < 0 ? undefined : end);
    if (length !== undefined && !/^\d+$/.test(value)) return null;
    found.set(id, value);
    rest = end < 0 ? "" : rest.slice(end).replace(new RegExp(`^${SEPARATOR}`), "");
  }
  return found;
}

/** A code as a field shows it: without a trade item's bare number, which names no batch (null), its separators written out. */
export function fieldText(scanned: string): string | null {
  const text = scanned.trim();
  if (text === "" || text.length > 120 || /^\d{8,14}$/.test(text)) return null;
  return text.replaceAll(SEPARATOR, "<GS>");
}

/** Reads what a scanner or a person put in. GS1 General Specifications, application identifiers 01, 10, 11, 15, 17, 21. */
export function readPackCode(text: string): PackCode {
  const tidied = tidy(text);
  const parts = bracketed(tidied) ?? running(tidied);
  const batch = parts?.get("10");
  if (!parts || !batch) return { batch: upper(tidied), gtin: null };
  return { batch: upper(batch), gtin: parts.get("01")?.padStart(14, "0") ?? null };
}

interface PromisedPack {
  readonly number: string;
  readonly gtin: string | null;
}

/**
 * Whether what was read off the packs is what was promised, each batch once: "wrong_medicine" where a code names another trade
 * item than the formulary, "wrong_batch" where a batch is missing, doubled or another.
 */
export function faultOfPacks(
  promised: readonly PromisedPack[],
  read: readonly PackCode[],
): "wrong_medicine" | "wrong_batch" | null {
  const open = promised.map(({ number, gtin }) => ({ number: upper(number), gtin }));
  for (const { batch, gtin } of read) {
    const isSame = (pack: PromisedPack) => pack.number === batch && (!gtin || !pack.gtin || pack.gtin === gtin);
    const index = open.findIndex(isSame);
    if (index < 0) return open.some(({ number }) => number === batch) ? "wrong_medicine" : "wrong_batch";
    open.splice(index, 1);
  }
  return open.length > 0 ? "wrong_batch" : null;
}
