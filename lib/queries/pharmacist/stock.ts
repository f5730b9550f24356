import "server-only";
import { db } from "@/lib/db/client";

/** The shelf by medicine, searched by name, pinyin or ATC; batches by expiry. One statement. */
export const stock = (search: string) =>
  db().medicine.findMany({
    where: {
      isActive: true,
      ...(search && {
        OR: [
          { nameZh: { contains: search } },
          { nameEn: { contains: search, mode: "insensitive" as const } },
          { pinyin: { contains: search.toLowerCase() } },
          { atc: { startsWith: search.toUpperCase() } },
        ],
      }),
    },
    orderBy: { code: "asc" },
    take: 100,
    select: {
      ...{ id: true, code: true, nameZh: true, nameEn: true, strengthZh: true, strengthEn: true },
      batches: {
        orderBy: { expiresOn: "asc" },
        select: { id: true, number: true, expiresOn: true, quantity: true, reserved: true },
      },
    },
  });
