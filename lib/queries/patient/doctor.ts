import "server-only";
import { db } from "@/lib/db/client";
import { doctorSelect, practising, withPlacesLeft } from "./doctors";

/** One doctor's page: who he or she is by certificate and scope (R6), and what can be booked today; null where there is none. */
export async function doctorPage(now: Date, id: string) {
  const doctor = await db().doctor.findFirst({
    where: { AND: [{ id }, practising] },
    select: {
      ...doctorSelect,
      certificateNo: true,
      practisingSince: true,
      scopeZh: true,
      scopeEn: true,
      introZh: true,
      introEn: true,
    },
  });
  return doctor && withPlacesLeft(doctor, now);
}
