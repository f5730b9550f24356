import "server-only";
import { db } from "@/lib/db/client";
import { medicineLike } from "@/lib/db/find-medicine";

/** The shelf by medicine, searched by name, pinyin or ATC; batches by expiry. One statement. */
export const stock = (search: string) =>
  db().medicine.findMany({
    where: { isActive: true, ...medicineLike(search) },
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
