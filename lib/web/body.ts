import "server-only";
import { Refusal } from "@/lib/errors";

/** The longest a body may take to arrive. */
const ARRIVAL_MS = 120_000;

/** What is set aside for a body that does not say how long it is. */
const UNSAID_BYTES = 64 * 1024;

/** Reads a body while it arrives, once, into one place, and stops at the limit whatever its headers said. Throws `too_large`. */
async function bytesOf(request: Request, limitBytes: number): Promise<Uint8Array<ArrayBuffer>> {
  const said = Number(request.headers.get("content-length") ?? Math.min(UNSAID_BYTES, limitBytes));
  if (!(said >= 0 && said <= limitBytes)) throw new Refusal("too_large");
  const reader = request.body?.getReader();
  if (!reader) throw new Refusal("invalid_input");
  const timer = setTimeout(() => reader.cancel(), ARRIVAL_MS);
  let bytes = new Uint8Array(said);
  let length = 0;
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) {
      const end = length + next.value.byteLength;
      if (end > limitBytes) {
        await reader.cancel();
        throw new Refusal("too_large");
      }
      if (end > bytes.length) {
        const wider = new Uint8Array(Math.min(limitBytes, end * 2));
        wider.set(bytes.subarray(0, length));
        bytes = wider;
      }
      bytes.set(next.value, length);
      length = end;
    }
  } finally {
    clearTimeout(timer);
  }
  return bytes.subarray(0, length);
}

/** The object that a request's body holds: JSON, a form without files, or one `file`; up to `limitBytes`. Throws `invalid_input` or `too_large`. */
export async function bodyOf(request: Request, limitBytes: number): Promise<Record<string, unknown>> {
  const type = request.headers.get("content-type") ?? "";
  const isJson = type.startsWith("application/json");
  const isForm = type.startsWith("application/x-www-form-urlencoded");
  const isFile = type === "application/octet-stream";
  if (!isJson && !isForm && !isFile) throw new Refusal("invalid_input");
  const bytes = await bytesOf(request, limitBytes);
  if (isFile) return { file: bytes };
  try {
    if (isForm) return Object.fromEntries(new URLSearchParams(new TextDecoder("utf-8", { fatal: true }).decode(bytes)));
    return { ...JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes)) };
  } catch {
    throw new Refusal("invalid_input");
  }
}
