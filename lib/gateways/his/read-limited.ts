import "server-only";

export class TooLong extends Error {
  override readonly name = "TooLong";
}

/** The text of an answer, read as it arrives and left at so many bytes: a server that never ends costs no memory. Throws `TooLong`. */
export async function readLimited(response: Response, mostBytes: number): Promise<string> {
  if (!response.body) return "";
  const reader = response.body.getReader();
  const decoder = new TextDecoder();
  const parts: string[] = [];
  let bytes = 0;
  for (let { done, value } = await reader.read(); !done && value; { done, value } = await reader.read()) {
    bytes += value.byteLength;
    if (bytes > mostBytes) {
      await reader.cancel().catch(() => undefined);
      throw new TooLong();
    }
    parts.push(decoder.decode(value, { stream: true }));
  }
  return parts.join("") + decoder.decode();
}
