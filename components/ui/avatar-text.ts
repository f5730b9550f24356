/** The last two characters of a Chinese name (the given name), or the initials of the first and last part of another. */
export function avatarText(name: string): string {
  const han = name.match(/\p{Script=Han}/gu);
  if (han) return han.slice(-2).join("");
  const parts = name.split(/\s+/).filter(Boolean);
  const [first, last] = [parts[0], parts.length > 1 ? parts.at(-1) : undefined];
  return [first, last]
    .map((part) => [...(part ?? "")][0] ?? "")
    .join("")
    .toUpperCase();
}

/** Which of `count` tints a name has: the same name always the same. */
export const avatarTint = (name: string, count: number): number =>
  [...name].reduce((sum, letter) => (sum * 31 + (letter.codePointAt(0) ?? 0)) % 9973, 7) % count;
