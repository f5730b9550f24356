import "server-only";
import { dateColumn, shanghaiDay } from "@/lib/domain/calendar";
import type { Channel, Prisma, ServiceKind } from "./generated/client";

/** Doctors who could take a consultation over: of the same department, taking patients, licensed (R6), and offering the same service. */
export const couldTakeOver = (
  talk: {
    readonly departmentId: string;
    readonly doctorId: string;
    readonly service: ServiceKind;
    readonly channel: Channel;
  },
  now: Date,
): Prisma.DoctorWhereInput => ({
  id: { not: talk.doctorId },
  departmentId: talk.departmentId,
  isAccepting: true,
  account: {
    status: "active",
    NOT: { staff: { licenceExpiresOn: { lt: dateColumn(shanghaiDay(now)) } } },
  },
  offerings: { some: { service: talk.service, channel: talk.channel, isActive: true } },
});
