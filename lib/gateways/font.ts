import "server-only";
import { readFileSync } from "node:fs";
import path from "node:path";
import { inflateSync } from "node:zlib";

const FILES = path.join(process.cwd(), "node_modules/@fontsource/noto-sans-sc/files");
const HEADER = 44;
const ENTRY = 20;

/**
 * A WOFF 1.0 file as the TrueType font it packs (W3C Recommendation, WOFF File Format 1.0): the PDF maker inflates a packed
 * table anew for every glyph, which takes seconds a page.
 */
function unpacked(woff: Buffer): Buffer {
  const count = woff.readUInt16BE(12);
  const directory = Buffer.alloc(12 + 16 * count);
  directory.writeUInt32BE(woff.readUInt32BE(4), 0);
  directory.writeUInt16BE(count, 4);
  const power = Math.floor(Math.log2(count));
  directory.writeUInt16BE(16 * 2 ** power, 6);
  directory.writeUInt16BE(power, 8);
  directory.writeUInt16BE(16 * count - 16 * 2 ** power, 10);
  const parts: Uint8Array[] = [directory];
  let offset = directory.length;
  for (let index = 0; index < count; index++) {
    const entry = woff.subarray(HEADER + ENTRY * index, HEADER + ENTRY * (index + 1));
    const [from, packedLength, length] = [entry.readUInt32BE(4), entry.readUInt32BE(8), entry.readUInt32BE(12)];
    const packed = woff.subarray(from, from + packedLength);
    const table = packedLength < length ? inflateSync(packed) : packed;
    const at = 12 + 16 * index;
    entry.copy(directory, at, 0, 4);
    entry.copy(directory, at + 4, 16, 20);
    directory.writeUInt32BE(offset, at + 8);
    directory.writeUInt32BE(length, at + 12);
    const padding = (4 - (length % 4)) % 4;
    parts.push(table, Buffer.alloc(padding));
    offset += length + padding;
  }
  return Buffer.concat(parts);
}

const kept = new Map<number, Buffer>();

/** Noto Sans SC (Chinese, simplified, with Latin) in this weight, read once a process. */
export function chineseFont(weight: 400 | 700): Buffer {
  const found =
    kept.get(weight) ??
    unpacked(readFileSync(path.join(FILES, `noto-sans-sc-chinese-simplified-${weight}-normal.woff`)));
  kept.set(weight, found);
  return found;
}
