import "server-only";
import { db, type Prisma } from "@/lib/db/client";
import { placesOf } from "@/lib/db/sql/sessions";
import { bookableChannels } from "@/lib/domain/booking-limits";
import type { DoctorSearch } from "@/lib/domain/doctor-search";
import { isLicensed } from "../public/licensed";

const MOST_SHOWN = 50;

const offered = {
  isActive: true,
  feeFen: { gt: 0 },
  channel: { in: [...bookableChannels] },
} satisfies Prisma.OfferingWhereInput;

/** What of a doctor a patient sees: title, certificate and scope too (R6). */
export const doctorSelect = {
  id: true,
  nameZh: true,
  nameEn: true,
  title: true,
  specialtiesZh: true,
  specialtiesEn: true,
  isAccepting: true,
  account: { select: { staff: { select: { licenceExpiresOn: true } } } },
  department: { select: { code: true, nameZh: true, nameEn: true } },
  offerings: {
    where: offered,
    orderBy: [{ service: "desc" }, { feeFen: "asc" }],
    select: {
      id: true,
      service: true,
      channel: true,
      feeFen: true,
      acceptMinutes: true,
      lengthMinutes: true,
    },
  },
} satisfies Prisma.DoctorSelect;

type Found = Prisma.DoctorGetPayload<{ select: typeof doctorSelect }>;

type Shown = Pick<Found, "offerings" | "isAccepting" | "account">;

/** Doctors' offerings with the places that are left today; on an ended licence nobody takes patients (R6). One statement for all of them. */
export async function withPlacesLeft<Doctor extends Shown>(doctors: readonly Doctor[], now: Date) {
  const ids = doctors.flatMap(({ offerings }) => offerings.map(({ id }) => id));
  const places = new Map((ids.length > 0 ? await placesOf(ids, now) : []).map((row) => [row.offeringId, row]));
  return doctors.map(({ offerings, account, ...doctor }) => ({
    ...doctor,
    isAccepting: doctor.isAccepting && isLicensed(account, now),
    offerings: offerings.map((offering) => {
      const { today = 0, nextDay = null, nextFrom = null } = places.get(offering.id) ?? {};
      return { ...offering, placesLeft: today, nextDay, nextFrom };
    }),
  }));
}

export const practising = {
  account: { status: "active" },
  department: { isActive: true },
} as const satisfies Prisma.DoctorWhereInput;

function matches(text: string): Prisma.DoctorWhereInput {
  const contains = { contains: text, mode: "insensitive" } as const;
  return {
    OR: [
      { nameZh: contains },
      { nameEn: contains },
      { pinyin: { contains: text.replace(/\s/g, "").toLowerCase() } },
      { specialtiesZh: contains },
      { specialtiesEn: contains },
      { department: { nameZh: contains } },
      { department: { nameEn: contains } },
    ],
  };
}

/** Departments in their order; with a department's code, or words to search for, the doctors too. */
export async function findDoctors(now: Date, wanted: DoctorSearch) {
  const isAsked = Boolean(wanted.department ?? wanted.text);
  const [departments, doctors] = await Promise.all([
    db().department.findMany({
      where: { isActive: true },
      orderBy: { position: "asc" },
      select: { code: true, nameZh: true, nameEn: true, introZh: true, introEn: true },
    }),
    isAsked
      ? db().doctor.findMany({
          where: {
            AND: [
              practising,
              wanted.department ? { department: { code: wanted.department } } : {},
              wanted.text ? matches(wanted.text) : {},
              wanted.service ? { offerings: { some: { ...offered, service: wanted.service } } } : {},
            ],
          },
          orderBy: [{ isAccepting: "desc" }, { staffNo: "asc" }],
          take: MOST_SHOWN,
          select: doctorSelect,
        })
      : [],
  ]);
  return { departments, doctors: isAsked ? await withPlacesLeft(doctors, now) : null };
}

export type FoundDoctor = NonNullable<Awaited<ReturnType<typeof findDoctors>>["doctors"]>[number];
