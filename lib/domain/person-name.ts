/** One spelling for a name: width and case folded, spaces single, the dots of transliterated names and apostrophes alike. */
function folded(name: string): string {
  return name
    .normalize("NFKC")
    .toUpperCase()
    .replace(/[\u00b7\u2022\u2027\u2219\u30fb.]/gu, "·")
    .replace(/[\u2018\u2019`\u00b4]/gu, "'")
    .replace(/\s+/gu, " ")
    .replace(/ ?· ?/gu, "·")
    .trim();
}

// Chinese names are written with and without a space after the family name.
const isChinese = (name: string) => /^[\p{Script=Han}· ]+$/u.test(name);

/**
 * Whether two spellings are one name. Chinese names must be equal but for spaces; names in Latin letters (passports)
 * also with the family name first or last. Nothing else is forgiven: who is treated must be certain (R5).
 */
export function isSameName(one: string, other: string): boolean {
  const [a, b] = [folded(one), folded(other)];
  if (a === "" || b === "") return false;
  if (isChinese(a) || isChinese(b)) return a.replaceAll(" ", "") === b.replaceAll(" ", "");
  const [wordsOfA, wordsOfB] = [a, b].map((name) => name.replace(/,/g, " ").split(" ").filter(Boolean));
  return rotations(wordsOfA ?? []).includes((wordsOfB ?? []).join(" "));
}

/** The same words with the first put last and the last put first. */
function rotations(words: string[]): string[] {
  return [words, [...words.slice(1), ...words.slice(0, 1)], [...words.slice(-1), ...words.slice(0, -1)]].map((order) =>
    order.join(" "),
  );
}
