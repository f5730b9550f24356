import "server-only";
import { db, type Prisma } from "@/lib/db/client";
import { bookableChannels } from "@/lib/domain/booking-limits";
import { dateColumn, shanghaiDay } from "@/lib/domain/calendar";
import type { DoctorSearch } from "@/lib/domain/doctor-search";
import { isLicensed } from "../public/licensed";

const MOST_SHOWN = 50;

const today = (now: Date) => dateColumn(shanghaiDay(now));

const offered = {
  isActive: true,
  feeFen: { gt: 0 },
  channel: { in: [...bookableChannels] },
} satisfies Prisma.OfferingWhereInput;

/** What of a doctor a patient sees: title, certificate and scope too (R6). */
export const doctorSelect = (now: Date) =>
  ({
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
        placesPerDay: true,
        acceptMinutes: true,
        lengthMinutes: true,
      },
    },
    days: { where: { day: today(now) }, select: { offeringId: true, places: true, taken: true } },
  }) satisfies Prisma.DoctorSelect;

type Found = Prisma.DoctorGetPayload<{ select: ReturnType<typeof doctorSelect> }>;

/** A doctor's offerings with the places that are left today; on an ended licence nobody takes patients (R6). */
export const withPlacesLeft = <Doctor extends Pick<Found, "offerings" | "days" | "isAccepting" | "account">>(
  { days, offerings, account, ...doctor }: Doctor,
  now: Date,
) => ({
  ...doctor,
  isAccepting: doctor.isAccepting && isLicensed(account, now),
  offerings: offerings.map(({ placesPerDay, ...offering }) => {
    const day = days.find(({ offeringId }) => offeringId === offering.id);
    return { ...offering, placesLeft: day ? day.places - day.taken : placesPerDay };
  }),
});

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
          select: doctorSelect(now),
        })
      : [],
  ]);
  return { departments, doctors: isAsked ? doctors.map((doctor) => withPlacesLeft(doctor, now)) : null };
}

export type FoundDoctor = NonNullable<Awaited<ReturnType<typeof findDoctors>>["doctors"]>[number];
