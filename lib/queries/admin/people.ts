import "server-only";
import { db } from "@/lib/db/client";
import type { Role } from "@/lib/domain/actor";

const staffRoles: Role[] = ["doctor", "pharmacist", "head_pharmacist", "support", "auditor", "admin"];

/** Staff of one role, or all, by staff number. */
export const people = (role: string | undefined) =>
  db().staff.findMany({
    where: { account: { role: { in: staffRoles.filter((each) => !role || each === role) } } },
    orderBy: { staffNo: "asc" },
    select: {
      accountId: true,
      staffNo: true,
      nameZh: true,
      nameEn: true,
      certificateNo: true,
      licenceExpiresOn: true,
      account: {
        select: {
          role: true,
          status: true,
          doctor: { select: { isAccepting: true, department: { select: { nameZh: true, nameEn: true } } } },
        },
      },
    },
  });
