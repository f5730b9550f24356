import { expect, test } from "vitest";
import { asWav, lengthOf, resampled, samplesIn, VOICE_RATE } from "./wav";

const second = Uint8Array.from({ length: 2 * VOICE_RATE }, (_, index) => index % 251);

/** The file with two bytes changed. */
function changed(at: number, value: number): Uint8Array {
  const file = asWav(second);
  new DataView(file.buffer).setUint16(at, value, true);
  return file;
}

test("samples come back as they went in, and last as long as they do", () => {
  expect(samplesIn(asWav(second))).toEqual(second);
  expect(lengthOf(second)).toBe(1);
});

test("what else a file carries, before or behind the samples, is left behind", () => {
  const file = asWav(second);
  const note = Uint8Array.from("LIST\x05\0\0\0hello\0", (letter) => letter.charCodeAt(0));
  const stuffed = new Uint8Array([...file.subarray(0, 36), ...note, ...file.subarray(36), ...note]);
  expect(samplesIn(stuffed)).toEqual(second);
});

test("another kind of sound, half a file and no sound at all are none of ours", () => {
  const others = [
    changed(20, 3),
    changed(22, 2),
    changed(24, 8_000),
    changed(34, 8),
    asWav(second).subarray(0, 1_000),
    asWav(second).subarray(0, 20),
    new Uint8Array(0),
    Uint8Array.from("RIFF....AVI LIST".repeat(4), (letter) => letter.charCodeAt(0)),
    new Uint8Array([...asWav(second).subarray(0, 36), ...asWav(second).subarray(36, 41), 0xff, 0xff, 0xff, 0, 0, 0]),
  ];
  for (const file of others) expect(samplesIn(file)).toBeNull();
  expect(samplesIn(asWav(new Uint8Array(3)))).toBeNull();
});

test.each([16_000, 44_100, 48_000, 8_000])("a tone heard at %i a second keeps its length and loudness", (rate) => {
  const heard = Float32Array.from(
    { length: rate * 2 },
    (_, index) => 0.5 * Math.sin((index / rate) * 2 * Math.PI * 200),
  );
  const blocks = Array.from({ length: Math.ceil(heard.length / 128) }, (_, n) =>
    heard.subarray(n * 128, n * 128 + 128),
  );
  const samples = resampled(blocks, rate);
  expect(lengthOf(samples)).toBeCloseTo(2, 3);
  const loudest = Math.max(...new Int16Array(samples.buffer));
  expect(loudest / 32_767).toBeGreaterThan(0.45);
  expect(loudest / 32_767).toBeLessThan(0.51);
});

test("what is too loud is cut, not wrapped around", () => {
  const samples = new Int16Array(resampled([new Float32Array(16).fill(3)], VOICE_RATE).buffer);
  expect([...samples]).toEqual(new Array(16).fill(32_767));
});
