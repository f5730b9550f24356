/** A voice as it is sent and kept: 16-bit samples, one channel, 16,000 a second: clear speech, played by every browser. */
export const VOICE_RATE = 16_000;
const BYTES_A_SAMPLE = 2;
const HEADER_BYTES = 44;
const PCM = 1;

/** How long samples last, in seconds. */
export const lengthOf = (samples: Uint8Array): number => samples.byteLength / BYTES_A_SAMPLE / VOICE_RATE;

const ascii = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));

/** A WAV file of these samples and nothing else. */
export function asWav(samples: Uint8Array): Uint8Array<ArrayBuffer> {
  const file = new Uint8Array(HEADER_BYTES + samples.byteLength);
  const view = new DataView(file.buffer);
  file.set(ascii("RIFF"), 0);
  view.setUint32(4, file.byteLength - 8, true);
  file.set(ascii("WAVEfmt "), 8);
  view.setUint32(16, 16, true);
  view.setUint16(20, PCM, true);
  view.setUint16(22, 1, true);
  view.setUint32(24, VOICE_RATE, true);
  view.setUint32(28, VOICE_RATE * BYTES_A_SAMPLE, true);
  view.setUint16(32, BYTES_A_SAMPLE, true);
  view.setUint16(34, 8 * BYTES_A_SAMPLE, true);
  file.set(ascii("data"), 36);
  view.setUint32(40, samples.byteLength, true);
  file.set(samples, HEADER_BYTES);
  return file;
}

/** The samples of a WAV file of just this kind; null for anything else, or where a part is missing. Whatever else the file carries is left behind. */
export function samplesIn(file: Uint8Array): Uint8Array | null {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const word = (at: number) => String.fromCharCode(...file.subarray(at, at + 4));
  if (file.byteLength < HEADER_BYTES || word(0) !== "RIFF" || word(8) !== "WAVE") return null;
  let isOurs = false;
  for (let at = 12; at + 8 <= file.byteLength; ) {
    const [name, size, from] = [word(at), view.getUint32(at + 4, true), at + 8];
    if (size > file.byteLength - from) return null;
    if (name === "fmt ") isOurs = size >= 16 && isOurFormat(view, from);
    if (name === "data") return isOurs && size % BYTES_A_SAMPLE === 0 ? file.subarray(from, from + size) : null;
    at = from + size + (size % 2);
  }
  return null;
}

const isOurFormat = (view: DataView, at: number): boolean =>
  view.getUint16(at, true) === PCM &&
  view.getUint16(at + 2, true) === 1 &&
  view.getUint32(at + 4, true) === VOICE_RATE &&
  view.getUint16(at + 14, true) === 8 * BYTES_A_SAMPLE;

/** What a microphone gave at `rate` (−1 to 1), as samples of ours: the mean of what falls into each. */
export function resampled(heard: readonly Float32Array[], rate: number): Uint8Array<ArrayBuffer> {
  const count = heard.reduce((sum, { length }) => sum + length, 0);
  const step = rate / VOICE_RATE;
  const samples = new DataView(new ArrayBuffer(Math.floor(count / step) * BYTES_A_SAMPLE));
  let [at, sum, taken] = [0, 0, 0];
  let index = 0;
  for (const block of heard)
    for (const value of block) {
      sum += value;
      taken += 1;
      index += 1;
      while (index >= (at + 1) * step && at * BYTES_A_SAMPLE < samples.byteLength) {
        const mean = taken > 0 ? sum / taken : value;
        samples.setInt16(at * BYTES_A_SAMPLE, Math.round(Math.max(-1, Math.min(1, mean)) * 32_767), true);
        [at, sum, taken] = [at + 1, 0, 0];
      }
    }
  return new Uint8Array(samples.buffer);
}
