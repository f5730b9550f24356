import { writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { toBuffer } from "qrcode";
import sharp from "sharp";
import { cardCode } from "../../sandbox/fhir/card-code";

/** A text as a picture of a QR code (PNG). */
export const codePicture = (text: string): Promise<Buffer> => toBuffer(text, { width: 320, margin: 4 });

/** A picture without any code. */
export const blankPicture = (): Promise<Buffer> =>
  sharp({ create: { width: 400, height: 300, channels: 3, background: "#7a8c8a" } })
    .png()
    .toBuffer();

const FRAMES = 10;

/** A film of somebody holding a health card before the camera. */
export const cardFilm = (cardNumber: string): Promise<string> => codeFilm(cardCode(cardNumber));

/** A film of a QR code before the camera, as Chromium's fake camera plays it. */
export async function codeFilm(text: string): Promise<string> {
  const frame = await sharp({ create: { width: 640, height: 480, channels: 3, background: "#9aa5a3" } })
    .composite([{ input: await codePicture(text), gravity: "centre" }])
    .jpeg({ quality: 92, chromaSubsampling: "4:2:0" })
    .toBuffer();
  const file = filmFile();
  writeFileSync(file, Buffer.concat(Array.from({ length: FRAMES }, () => frame)));
  return file;
}

/** Where the film lies: the browser is told before it is made. */
export const filmFile = (): string => path.join(os.tmpdir(), `card-film-${process.pid}.mjpeg`);
