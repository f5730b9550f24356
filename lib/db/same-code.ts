import "server-only";
import { timingSafeEqual } from "node:crypto";

/** Whether what was said is the right code, in a time that does not tell how much of it was right. */
export function isSameCode(right: string, said: string): boolean {
  const [a, b] = [Buffer.from(right), Buffer.from(said)];
  return a.length === b.length && timingSafeEqual(a, b);
}
