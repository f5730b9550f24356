import "server-only";
import { db } from "@/lib/db/client";
import { digest } from "@/lib/db/seal";
import { dateColumn } from "@/lib/domain/calendar";

/** The ids of departments that are open, by their codes. */
export async function departmentCodes(): Promise<ReadonlyMap<string, string>> {
  const rows = await db().department.findMany({ where: { isActive: true }, select: { id: true, code: true } });
  return new Map(rows.map(({ id, code }) => [code, id]));
}

/** Which of these staff numbers somebody has. */
export async function takenNumbers(staffNos: readonly string[]): Promise<ReadonlySet<string>> {
  const digests = new Map(staffNos.map((staffNo) => [digest("login", staffNo), staffNo]));
  const rows = await db().account.findMany({
    where: { loginDigest: { in: [...digests.keys()] } },
    select: { loginDigest: true },
  });
  return new Set(rows.map(({ loginDigest }) => digests.get(loginDigest) ?? ""));
}

export const serviceKey = (staffNo: string, service: string, channel: string): string =>
  `${staffNo} ${service} ${channel}`;

/** The services of these doctors: id by `serviceKey`. */
export async function servicesOf(staffNos: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await db().offering.findMany({
    where: { doctor: { staffNo: { in: [...staffNos] } } },
    select: { id: true, service: true, channel: true, doctor: { select: { staffNo: true } } },
  });
  return new Map(rows.map(({ id, service, channel, doctor }) => [serviceKey(doctor.staffNo, service, channel), id]));
}

export interface Away {
  readonly doctorId: string;
  readonly leaves: readonly { readonly fromDay: Date; readonly toDay: Date }[];
}

/** These doctors with the leave that they have from a day on, by staff number. */
export async function leavesOf(staffNos: readonly string[], today: string): Promise<ReadonlyMap<string, Away>> {
  const rows = await db().doctor.findMany({
    where: { staffNo: { in: [...staffNos] } },
    select: {
      ...{ id: true, staffNo: true },
      leaves: { where: { toDay: { gte: dateColumn(today) } }, select: { fromDay: true, toDay: true } },
    },
  });
  return new Map(rows.map(({ id, staffNo, leaves }) => [staffNo, { doctorId: id, leaves }]));
}
