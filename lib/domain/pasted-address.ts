import { readArea } from "./vocabulary/areas";

/** What could be found in a pasted address; the rest is the person's to fill in. */
export interface PastedAddress {
  readonly recipient?: string;
  readonly phone?: string;
  readonly areaCode?: string;
  readonly detail?: string;
}

const PHONE = /(?:\+?86[\s-]?)?(1[3-9]\d)[\s-]?(\d{4})[\s-]?(\d{4})(?!\d)/;
/** Words that forms put before their fields. */
const LABELS =
  /(?:收货人|收件人|联系人|姓名|联系电话|联系方式|手机号码|手机号|手机|电话|所在地区|地区|详细地址|收货地址|收件地址|地址)\s*[:：]?/g;
/** Endings of places: such a word is no name. */
const PLACE = /(?:省|市|区|县|镇|乡|村|路|街|道|巷|弄|号|楼|栋|幢|座|室|层|单元|小区|花园|公寓|大厦|广场|中心)$/;
const NAME = /^(?:[\p{Script=Han}·]{2,6}|[A-Za-z][A-Za-z .'-]{1,38})$/u;

/**
 * Reads an address that somebody copied from elsewhere, in whatever order: name, mobile number, area, street. What it does not find
 * it leaves out; it never guesses an area.
 */
export function readPastedAddress(text: string): PastedAddress {
  const plain = text.normalize("NFKC");
  const found = PHONE.exec(plain);
  const phone = found ? `${found[1]}${found[2]}${found[3]}` : undefined;
  const words = plain
    .replace(PHONE, " ")
    .replace(LABELS, " ")
    // The parts of a Latin name stay together.
    .replace(/([A-Za-z.'-]+)[ \t]+(?=[A-Za-z])/g, "$1_")
    .split(/[\s,，;；。]+/)
    .filter(Boolean)
    .map((word) => word.replaceAll("_", " "));
  const isName = (word: string) => NAME.test(word) && !PLACE.test(word) && readArea(word) === null;
  const withoutWord = (index: number) => words.toSpliced(index, 1).join("");
  const candidates = [...words.keys()].filter((index) => isName(words[index] ?? ""));
  const nameAt =
    candidates.find((index) => readArea(withoutWord(index)) !== null) ??
    (words.length > 1 || phone ? candidates[0] : undefined);
  const address = nameAt === undefined ? words.join("") : withoutWord(nameAt);
  const area = readArea(address);
  const detail = area ? area.rest : address;
  return {
    ...(nameAt !== undefined && { recipient: words[nameAt] }),
    ...(phone && { phone }),
    ...(area && { areaCode: area.areaCode }),
    ...(detail && { detail }),
  };
}
