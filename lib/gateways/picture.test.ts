import { crc32, deflateSync } from "node:zlib";
import sharp from "sharp";
import { expect, test } from "vitest";
import { reencode } from "./picture";

const MARK = "SECRET-MARK-4711";

const photo = (width = 800, height = 600) => sharp({ create: { width, height, channels: 3, background: "#3a7" } });

const jpegOfAPhone = () =>
  photo(400, 300)
    .withExif({ IFD0: { Make: MARK }, IFD3: { GPSLatitude: "29/1 33/1 0/1", GPSLatitudeRef: "N" } })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer();

const bytes = (text: string) => new TextEncoder().encode(text);

test("a picture is drawn anew as WebP, at most 2560 pixels a side, with a small one beside it", async () => {
  for (const source of [photo(3000, 1500).jpeg(), photo(3000, 1500).png(), photo(3000, 1500).webp()]) {
    const { full, thumb, width, height, mediaType } = await reencode(await source.toBuffer());
    expect({ width, height, mediaType }).toEqual({ width: 2560, height: 1280, mediaType: "image/webp" });
    expect(await sharp(full).metadata()).toMatchObject({ format: "webp", width: 2560, height: 1280 });
    expect(await sharp(thumb).metadata()).toMatchObject({ format: "webp", width: 480, height: 240 });
  }
});

test("a small picture keeps its size", async () => {
  expect(await reencode(await photo(64, 48).png().toBuffer())).toMatchObject({ width: 64, height: 48 });
});

test("a phone's photo stands upright, and neither place nor camera is in it any more", async () => {
  const source = await jpegOfAPhone();
  expect(source.includes(MARK)).toBe(true);
  const { full, thumb, width, height } = await reencode(source);
  expect({ width, height }).toEqual({ width: 300, height: 400 });
  for (const drawn of [full, thumb]) {
    expect(Buffer.from(drawn).includes(MARK)).toBe(false);
    const { exif, xmp, icc, orientation } = await sharp(drawn).metadata();
    expect({ exif, xmp, icc, orientation }).toEqual({});
  }
});

test("what is hidden behind or inside a picture does not survive", async () => {
  const script = bytes(`<html><script>alert("${MARK}")</script></html>`);
  const png = await photo(64, 64).png().toBuffer();
  const polyglots = [
    Buffer.concat([await photo().jpeg().toBuffer(), script]),
    Buffer.concat([png, script]),
    Buffer.concat([await photo().webp().toBuffer(), script]),
    await photo().jpeg().withXmp(`<x:xmpmeta xmlns:x="adobe:ns:meta/"><a>${MARK}</a></x:xmpmeta>`).toBuffer(),
    withTextChunk(png, MARK),
  ];
  for (const source of polyglots) {
    expect(source.includes(MARK)).toBe(true);
    const { full, thumb } = await reencode(source);
    for (const drawn of [full, thumb]) {
      expect(Buffer.from(drawn).includes(MARK)).toBe(false);
      expect(Buffer.from(drawn).subarray(0, 4).toString()).toBe("RIFF");
    }
  }
});

test("a file that is not a JPEG, PNG or WebP is refused, whatever it is called", async () => {
  const raster = await photo(64, 64).png().toBuffer();
  const refused = [
    bytes(`<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><image href="file:///etc/passwd"/></svg>`),
    bytes("<!doctype html><script>alert(1)</script>"),
    bytes("%PDF-1.7\n1 0 obj"),
    bytes("GIF89a\x01\x00\x01\x00\x00\x00\x00;"),
    bytes(`BM${"\0".repeat(60)}`),
    bytes(`push graphic-context\nviewbox 0 0 9 9\nfill 'url(https://127.0.0.1/)'`),
    await sharp(raster).tiff().toBuffer(),
    await sharp(raster).gif().toBuffer(),
    new Uint8Array(0),
    new Uint8Array(64),
    raster.subarray(0, 8),
    Uint8Array.from([0xff, 0xd8, 0xff]),
  ];
  for (const source of refused) await expect(reencode(source)).rejects.toMatchObject({ code: "not_a_picture" });
});

test("a picture of which a part is missing is refused rather than kept with a grey half", async () => {
  for (const source of [
    await photo().jpeg().toBuffer(),
    await photo().png().toBuffer(),
    await photo().webp().toBuffer(),
  ])
    await expect(reencode(source.subarray(0, Math.floor(source.length * 0.6)))).rejects.toMatchObject({
      code: expect.stringMatching(/^(picture_damaged|not_a_picture)$/),
    });
});

test("a picture of more than forty million pixels is refused before it is unpacked", async () => {
  const before = process.memoryUsage().rss;
  await expect(reencode(bomb(40_000, 40_000))).rejects.toMatchObject({ code: "too_many_pixels" });
  await expect(reencode(bomb(8_000, 5_001))).rejects.toMatchObject({ code: "too_many_pixels" });
  expect(process.memoryUsage().rss - before).toBeLessThan(100_000_000);
});

/** A PNG that claims its size and holds a few bytes. */
function bomb(width: number, height: number): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    signature,
    chunk("IHDR", header),
    chunk("IDAT", deflateSync(Buffer.alloc(1000))),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

function withTextChunk(png: Buffer, text: string): Buffer {
  const end = png.length - 12;
  return Buffer.concat([png.subarray(0, end), chunk("tEXt", Buffer.from(`Comment\0${text}`)), png.subarray(end)]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}
