import "server-only";
import type { Prisma } from "./client";

/** The medicines that a word means: part of a name, pinyin, the beginning of an ATC code, the formulary's own code. No word: all. */
export const medicineLike = (word: string): Prisma.MedicineWhereInput =>
  word === ""
    ? {}
    : {
        OR: [
          { nameZh: { contains: word } },
          { nameEn: { contains: word, mode: "insensitive" } },
          { pinyin: { contains: word.toLowerCase() } },
          { atc: { startsWith: word.toUpperCase() } },
          { code: word.toUpperCase() },
        ],
      };
