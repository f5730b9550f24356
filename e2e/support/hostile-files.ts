import { deflateSync } from "node:zlib";
import sharp from "sharp";

/** Stands in every file that carries something; no stored byte may hold it. */
export const MARK = "<script>/*a-mark-that-must-not-be-kept*/alert(1)</script>";

export interface HostileFile {
  readonly what: string;
  readonly bytes: Buffer;
}

const ascii = (text: string) => Buffer.from(text, "latin1");

function crc(bytes: Buffer): number {
  let sum = 0xffffffff;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit += 1) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1;
  }
  return (sum ^ 0xffffffff) >>> 0;
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([ascii(type), data]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  check.writeUInt32BE(crc(body));
  return Buffer.concat([length, body, check]);
}

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** A PNG of one colour that says it is so large, and holds so many rows of it. */
function flatPng(width: number, height: number, rows: number): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([1, 0, 0, 0, 0], 8);
  const pixels = deflateSync(Buffer.alloc(rows * (1 + Math.ceil(width / 8))));
  return Buffer.concat([SIGNATURE, chunk("IHDR", header), chunk("IDAT", pixels), chunk("IEND", Buffer.alloc(0))]);
}

const photo = (width: number, height: number) =>
  sharp({
    create: { width, height, channels: 3, background: "#c8786e", noise: { type: "gaussian", mean: 150, sigma: 30 } },
  });

/** After the first chunk of a PNG. */
const withText = (png: Buffer) =>
  Buffer.concat([png.subarray(0, 33), chunk("tEXt", ascii(`Comment\0${MARK}`)), png.subarray(33)]);

/** After a JPEG's first mark: a comment, or a block of an application's own. */
function withSegment(jpeg: Buffer, mark: number, text: string): Buffer {
  const head = Buffer.from([0xff, mark, 0, 0]);
  head.writeUInt16BE(text.length + 2, 2);
  return Buffer.concat([jpeg.subarray(0, 2), head, ascii(text), jpeg.subarray(2)]);
}

/** As many hostile files as asked for, the same for the same `chance`. */
export async function hostileFiles(count: number, chance: () => number): Promise<HostileFile[]> {
  const [jpeg, png, webp] = [
    await photo(160, 120)
      .jpeg()
      .withExif({ IFD0: { ImageDescription: MARK } })
      .toBuffer(),
    await photo(160, 120).png().toBuffer(),
    await photo(160, 120).webp().toBuffer(),
  ];
  const [gif, tiff, avif] = [
    await photo(40, 30).gif().toBuffer(),
    await photo(40, 30).tiff().toBuffer(),
    await photo(40, 30).avif().toBuffer(),
  ];
  const svg = ascii(`<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)">${MARK}</svg>`);
  const pictures = [jpeg, png, webp];
  const one = <Kind>(kinds: readonly Kind[]): Kind => kinds[Math.floor(chance() * kinds.length)] as Kind;
  const cut = (bytes: Buffer) => bytes.subarray(0, 1 + Math.floor(chance() * (bytes.length - 1)));
  const flipped = (bytes: Buffer) => {
    const spoilt = Buffer.from(bytes);
    for (let times = 0; times < 12; times += 1)
      spoilt[Math.floor(chance() * spoilt.length)] = Math.floor(chance() * 256);
    return spoilt;
  };
  const makers: readonly [what: string, make: () => Buffer][] = [
    ["a page called a picture", () => ascii(`<!doctype html>${MARK}`)],
    ["a drawing with a script", () => svg],
    ["a drawing called a picture", () => svg],
    ["a picture with a page behind it", () => Buffer.concat([one(pictures), ascii(MARK)])],
    ["a picture with an archive behind it", () => Buffer.concat([jpeg, ascii(`PK\x03\x04${MARK}`)])],
    ["a page before a picture", () => Buffer.concat([ascii(MARK), one(pictures)])],
    ["a picture with a text in it", () => withText(png)],
    ["a picture with a comment", () => withSegment(jpeg, 0xfe, `<?php ${MARK} ?>`)],
    ["a picture with a false profile", () => withSegment(jpeg, 0xe2, `ICC_PROFILE\0\x01\x01${MARK}`)],
    ["a picture with a false thumbnail", () => withSegment(jpeg, 0xe1, `Exif\0\0II*\0${MARK}`)],
    ["a script that looks like a picture", () => ascii(`GIF89a/*${MARK}*/=1;alert(1)`)],
    ["a moving picture", () => gif],
    ["a picture of another kind", () => one([tiff, avif])],
    ["a document", () => ascii(`%PDF-1.7\n${MARK}\n%%EOF`)],
    ["a program", () => Buffer.concat([Buffer.from([0x7f, 0x45, 0x4c, 0x46]), ascii(MARK)])],
    ["half a picture", () => cut(one(pictures))],
    ["a spoilt picture", () => flipped(one(pictures))],
    ["noise", () => Buffer.from(Array.from({ length: 512 }, () => Math.floor(chance() * 256)))],
    ["a head and noise", () => Buffer.concat([SIGNATURE, flipped(png)])],
    ["a bomb that says so", () => flatPng(30_000, 30_000, 10)],
    ["a bomb of what is just allowed", () => flatPng(6_300, 6_300, 6_300)],
    ["a bomb that is too wide", () => flatPng(65_535, 700, 700)],
    ["nothing", () => Buffer.alloc(0)],
    ["one byte", () => Buffer.alloc(1, Math.floor(chance() * 256))],
    ["too much", () => Buffer.concat([jpeg, Buffer.alloc(10 * 1024 * 1024)])],
  ];
  return Array.from({ length: count }, (_, index) => {
    const [what, make] = makers[index % makers.length] as (typeof makers)[number];
    return { what, bytes: make() };
  });
}
