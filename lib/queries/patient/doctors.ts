import "server-only";
import { db, type Prisma } from "@/lib/db/client";
import { type FoundPlaces, searchDoctors } from "@/lib/db/sql/doctor-search";
import { placesOf } from "@/lib/db/sql/sessions";
import { bookableChannels } from "@/lib/domain/booking-limits";
import { figuresShown } from "@/lib/domain/doctor-figures";
import { type DoctorSearch, isSearch } from "@/lib/domain/doctor-search";
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
  figures: { select: { ratingCount: true, ratingSum: true, answered: true, medianAnswerSeconds: true } },
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

type Shown = Pick<Found, "offerings" | "isAccepting" | "account" | "figures">;

/** A doctor's offerings with the places that are left today; on an ended licence nobody takes patients (R6). */
export async function withPlacesLeft<Doctor extends Shown>(doctor: Doctor, now: Date) {
  const ids = doctor.offerings.map(({ id }) => id);
  const places = ids.length > 0 ? await placesOf(ids, now) : [];
  return shown(doctor, new Map(places.map((row) => [row.offeringId, row])), now);
}

function shown<Doctor extends Shown>(
  { offerings, account, figures, ...doctor }: Doctor,
  places: ReadonlyMap<string, FoundPlaces>,
  now: Date,
) {
  return {
    ...doctor,
    isAccepting: doctor.isAccepting && isLicensed(account, now),
    ...figuresShown(figures),
    offerings: offerings.map((offering) => {
      const { today = 0, nextDay = null, nextFrom = null } = places.get(offering.id) ?? {};
      return { ...offering, placesLeft: today, nextDay, nextFrom };
    }),
  };
}

export const practising = {
  account: { status: "active" },
  department: { isActive: true },
} as const satisfies Prisma.DoctorWhereInput;

/** Departments in their order; with anything to look for, the doctors too, the best first. */
export async function findDoctors(now: Date, wanted: DoctorSearch) {
  const [departments, found] = await Promise.all([
    db().department.findMany({
      where: { isActive: true },
      orderBy: { position: "asc" },
      select: { code: true, nameZh: true, nameEn: true, introZh: true, introEn: true },
    }),
    isSearch(wanted) ? searchDoctors(wanted, now, MOST_SHOWN) : null,
  ]);
  if (!found) return { departments, doctors: null };
  const rows = await db().doctor.findMany({
    where: { id: { in: found.map(({ id }) => id) } },
    select: doctorSelect,
  });
  const byId = new Map(rows.map((row) => [row.id, row]));
  const doctors = found.flatMap(({ id, places }) => {
    const row = byId.get(id);
    return row ? [shown(row, new Map(Object.entries(places)), now)] : [];
  });
  return { departments, doctors };
}

export type FoundDoctor = NonNullable<Awaited<ReturnType<typeof findDoctors>>["doctors"]>[number];
