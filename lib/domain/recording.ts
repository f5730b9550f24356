const WEBM = [0x1a, 0x45, 0xdf, 0xa3];

/** What kind of file a recording is, by its first bytes: as browsers write them; null for anything else. */
export function recordingType(start: Uint8Array): "webm" | "mp4" | null {
  if (WEBM.every((byte, at) => start[at] === byte)) return "webm";
  return String.fromCharCode(...start.subarray(4, 8)) === "ftyp" ? "mp4" : null;
}
