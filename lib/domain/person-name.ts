import { pinyin } from "pinyin-pro";

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

/** Passports are printed without diacritics: Renée is RENEE there. */
const plainLetters = (name: string) => name.normalize("NFD").replace(/\p{M}/gu, "").normalize("NFC");

/**
 * Whether two spellings are one name. Chinese names must be equal but for spaces; names in Latin letters (passports)
 * also with the family name first or last, and without diacritics; where one side is Chinese and the other Latin, the Latin one must be its
 * pinyin. Nothing else is forgiven: who is treated must be certain (R5).
 */
export function isSameName(one: string, other: string): boolean {
  const [a, b] = [folded(one), folded(other)];
  if (a === "" || b === "") return false;
  if (isChinese(a) && isChinese(b)) return a.replaceAll(" ", "") === b.replaceAll(" ", "");
  if (isChinese(a)) return isPinyinOf(b, a);
  if (isChinese(b)) return isPinyinOf(a, b);
  return rotations(wordsOf(a)).includes(wordsOf(b).join(" "));
}

const wordsOf = (name: string): string[] => plainLetters(name).replace(/,/g, " ").split(" ").filter(Boolean);

/** The same words with the first put last and the last put first. */
function rotations(words: string[]): string[] {
  return [words, [...words.slice(1), ...words.slice(0, 1)], [...words.slice(-1), ...words.slice(0, -1)]].map((order) =>
    order.join(" "),
  );
}

/** Zhang Wei, WEI ZHANG and Zhang-Wei are pinyin of 张伟. */
function isPinyinOf(latin: string, chinese: string): boolean {
  const readings = readingsOf(chinese.replace(/[· ]/gu, ""));
  return rotations(wordsOf(latin)).some((order) => readings.includes(order.replace(/[^A-Z]/g, "")));
}

/** How a Chinese name may stand in a passport: as a family name is read (单 is SHAN), and as its characters are; ü as YU, U or V. */
function readingsOf(chinese: string): string[] {
  const read = (surname: "head" | "off") =>
    pinyin(chinese, { toneType: "none", type: "array", v: true, surname }).join("").toUpperCase();
  return [read("head"), read("off")].flatMap((reading) => ["YU", "U", "V"].map((u) => reading.replaceAll("V", u)));
}
