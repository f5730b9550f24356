import "server-only";
import { db } from "@/lib/db/client";

/** The departments that somebody can belong to, in the hospital's order. */
export const departmentNames = () =>
  db().department.findMany({
    where: { isActive: true },
    orderBy: { position: "asc" },
    select: { id: true, nameZh: true, nameEn: true },
  });
