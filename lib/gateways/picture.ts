import "server-only";
import sharp, { type Metadata } from "sharp";
import { MOST_PIXELS } from "@/lib/domain/room-limits";
import { Refusal } from "@/lib/errors";

/** One picture at a time, in one thread, and nothing kept: memory stays that of one picture. */
const AT_ONCE = 1;
sharp.concurrency(1);
sharp.cache(false);
// The decoders of every other format (SVG, TIFF, HEIF, PDF …) are out of reach, whatever a file says of itself.
sharp.block({ operation: ["VipsForeignLoad"] });
sharp.unblock({ operation: ["VipsForeignLoadJpeg", "VipsForeignLoadPng", "VipsForeignLoadWebp"] });

const SIDE = 2560;
const THUMB_SIDE = 480;
const SECONDS = 20;
const FORMATS = new Set(["jpeg", "png", "webp"]);

export interface Reencoded {
  readonly mediaType: "image/webp";
  readonly full: Uint8Array;
  readonly thumb: Uint8Array;
  readonly width: number;
  readonly height: number;
}

let running = 0;
const waiting: (() => void)[] = [];

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= AT_ONCE) await new Promise<void>((resolve) => waiting.push(resolve));
  else running += 1;
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    if (next) next();
    else running -= 1;
  }
}

const open = (bytes: Uint8Array) =>
  sharp(bytes, { limitInputPixels: MOST_PIXELS, failOn: "error", sequentialRead: true }).timeout({ seconds: SECONDS });

async function requirePicture(bytes: Uint8Array): Promise<void> {
  let found: Metadata;
  try {
    found = await open(bytes).metadata();
  } catch (cause) {
    throw new Refusal(String(cause).includes("pixel limit") ? "too_many_pixels" : "not_a_picture", { cause });
  }
  if (!FORMATS.has(found.format)) throw new Refusal("not_a_picture");
  if (found.width * found.height > MOST_PIXELS) throw new Refusal("too_many_pixels");
}

const shrunk = (bytes: Uint8Array, side: number, quality: number) =>
  open(bytes)
    .autoOrient()
    .resize({ width: side, height: side, fit: "inside", withoutEnlargement: true })
    .flatten({ background: "#ffffff" })
    .webp({ quality })
    .toBuffer({ resolveWithObject: true });

/**
 * A picture drawn anew: upright, at most 2560 pixels a side, as WebP, without metadata; and a small one of 480 pixels. Nothing
 * of the file that came is kept. Throws `not_a_picture`, `too_many_pixels` or `picture_damaged`.
 */
export function reencode(bytes: Uint8Array): Promise<Reencoded> {
  return inTurn(async () => {
    await requirePicture(bytes);
    try {
      const { data: full, info } = await shrunk(bytes, SIDE, 85);
      const { data: thumb } = await shrunk(full, THUMB_SIDE, 75);
      return { mediaType: "image/webp", full, thumb, width: info.width, height: info.height };
    } catch (cause) {
      throw new Refusal("picture_damaged", { cause });
    }
  });
}
