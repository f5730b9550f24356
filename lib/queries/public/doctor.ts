import "server-only";
import { db } from "@/lib/db/client";
import { isLicensed } from "./licensed";

/** A doctor as strangers may see him or her: certificate number and scope are shown by rule (R6). */
export async function publicDoctor(id: string, now: Date) {
  const doctor = await db().doctor.findFirst({
    where: { id, account: { status: "active" } },
    select: {
      nameZh: true,
      nameEn: true,
      title: true,
      certificateNo: true,
      practisingSince: true,
      scopeZh: true,
      scopeEn: true,
      specialtiesZh: true,
      specialtiesEn: true,
      introZh: true,
      introEn: true,
      isAccepting: true,
      account: { select: { staff: { select: { licenceExpiresOn: true } } } },
      department: { select: { nameZh: true, nameEn: true } },
      offerings: {
        where: { isActive: true },
        orderBy: [{ service: "asc" }, { channel: "asc" }],
        select: { id: true, service: true, channel: true, feeFen: true },
      },
    },
  });
  if (!doctor) return null;
  const { account, ...shown } = doctor;
  return { ...shown, isAccepting: shown.isAccepting && isLicensed(account, now) };
}
