import "server-only";
import { db } from "@/lib/db/client";
import { isLicensed } from "./licensed";

/** Departments with their doctors and the lowest fee of each: what strangers may see. */
export async function publicDepartments(now: Date) {
  const departments = await db().department.findMany({
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
          account: { select: { staff: { select: { licenceExpiresOn: true } } } },
          offerings: { where: { isActive: true }, select: { feeFen: true } },
        },
      },
    },
  });
  return departments.map(({ doctors, ...department }) => ({
    ...department,
    doctors: doctors.map(({ account, ...doctor }) => ({
      ...doctor,
      isAccepting: doctor.isAccepting && isLicensed(account, now),
    })),
  }));
}
