import "server-only";
import { Refusal } from "@/lib/errors";
import { formInput } from "./input";

/** The longest a body may take to arrive. */
const ARRIVAL_MS = 120_000;

/** Reads a body while it arrives, and stops at the limit whatever its headers said. Throws `too_large`. */
async function bytesOf(request: Request, limitBytes: number): Promise<Uint8Array<ArrayBuffer>> {
  if (Number(request.headers.get("content-length") ?? 0) > limitBytes) throw new Refusal("too_large");
  const reader = request.body?.getReader();
  if (!reader) throw new Refusal("invalid_input");
  const timer = setTimeout(() => reader.cancel(), ARRIVAL_MS);
  const chunks: Uint8Array[] = [];
  let length = 0;
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) {
      length += next.value.byteLength;
      if (length > limitBytes) {
        await reader.cancel();
        throw new Refusal("too_large");
      }
      chunks.push(next.value);
    }
  } finally {
    clearTimeout(timer);
  }
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.byteLength;
  }
  return bytes;
}

/** The object that a request's body holds: JSON or a form, up to `limitBytes`. Throws `invalid_input` or `too_large`. */
export async function bodyOf(request: Request, limitBytes: number): Promise<Record<string, unknown>> {
  const type = request.headers.get("content-type") ?? "";
  const isJson = type.startsWith("application/json");
  const isForm = type.startsWith("multipart/form-data") || type.startsWith("application/x-www-form-urlencoded");
  if (!isJson && !isForm) throw new Refusal("invalid_input");
  const bytes = await bytesOf(request, limitBytes);
  try {
    if (isForm) return formInput(await new Response(bytes, { headers: { "content-type": type } }).formData());
    return { ...JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes)) };
  } catch {
    throw new Refusal("invalid_input");
  }
}
