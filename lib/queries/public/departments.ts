import "server-only";
import { db } from "@/lib/db/client";

/** Departments with their doctors and the lowest fee of each: what strangers may see. */
export const publicDepartments = () =>
  db().department.findMany({
    where: { isActive: true },
    orderBy: { position: "asc" },
    select: {
      id: true,
      code: true,
      nameZh: true,
      nameEn: true,
      introZh: true,
      introEn: true,
      doctors: {
        where: { account: { status: "active" } },
        orderBy: { staffNo: "asc" },
        select: {
          id: true,
          nameZh: true,
          nameEn: true,
          title: true,
          specialtiesZh: true,
          specialtiesEn: true,
          isAccepting: true,
          offerings: { where: { isActive: true }, select: { feeFen: true } },
        },
      },
    },
  });
