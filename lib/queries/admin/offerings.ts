import "server-only";
import { db } from "@/lib/db/client";
import { isId } from "@/lib/domain/id";
import { notFound } from "@/lib/errors";

/** What a doctor offers, what is planned for each service, and its history. Throws `not_found`. */
export async function doctorOfferings(doctorId: string) {
  if (!isId(doctorId)) throw notFound();
  const doctor = await db().doctor.findUnique({
    where: { id: doctorId },
    select: {
      ...{ id: true, nameZh: true, nameEn: true },
      offerings: {
        orderBy: [{ service: "asc" }, { channel: "asc" }],
        select: {
          ...{ id: true, service: true, channel: true, feeFen: true, acceptMinutes: true, lengthMinutes: true },
          ...{ turnLimit: true, isActive: true, isRecorded: true },
          terms: {
            where: { appliedAt: null, withdrawnAt: null },
            orderBy: { fromDay: "asc" },
            select: { id: true, fromDay: true, feeFen: true, isActive: true, reason: true },
          },
        },
      },
    },
  });
  if (!doctor) throw notFound();
  const changes = await db().settingChange.findMany({
    where: { kind: "offering", thingId: { in: doctor.offerings.map(({ id }) => id) } },
    orderBy: { at: "desc" },
  });
  const staff = await db().staff.findMany({
    where: { accountId: { in: changes.flatMap(({ actorId }) => actorId ?? []) } },
    select: { accountId: true, nameZh: true, nameEn: true },
  });
  const nameOf = new Map(staff.map((one) => [one.accountId, one]));
  return { ...doctor, changes: changes.map((change) => ({ ...change, by: nameOf.get(change.actorId ?? "") ?? null })) };
}

export type DoctorOffering = Awaited<ReturnType<typeof doctorOfferings>>["offerings"][number];
