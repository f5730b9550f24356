import { hashPassword } from "@/lib/auth/password";
import type { Prisma } from "@/lib/db/generated/client";
import { newId } from "@/lib/db/id";
import { digest, seal } from "@/lib/db/seal";
import { newSigningKey } from "@/lib/db/signing/new-key";
import { addDays, dateColumn, shanghaiDay } from "@/lib/domain/calendar";
import { searchable } from "@/lib/domain/searchable";
import { doctors } from "./data/doctors";
import { demoAccounts } from "./data/people";
import { DEMO_PIN, demoSignIns } from "./sign-ins";

/** Licences are good for five years; that of one doctor ends soon, so that the warning can be seen. */
const LICENCE_DAYS = 1_826;
const ENDING_SOON = "D030";
const ENDING_DAYS = 30;

/** Accounts of every role with the published demonstration password; doctors with what they offer. */
const EVERY_DAY = [1, 2, 3, 4, 5, 6, 7];
const MORNING = { fromMinute: 9 * 60, toMinute: 11 * 60 + 30 };
const AFTERNOON = { fromMinute: 14 * 60 + 30, toMinute: 17 * 60 };

/** An ordinary week: text is answered every day, all day; voice and video are held in two sessions a day. */
const weekOf = (channel: string, places: number) =>
  EVERY_DAY.flatMap((weekday) =>
    channel === "text"
      ? [{ weekday, fromMinute: 0, toMinute: 1440, places }]
      : [MORNING, AFTERNOON].map((span) => ({ weekday, ...span, places: Math.ceil(places / 2) })),
  );

export async function seedAccounts(
  tx: Prisma.TransactionClient,
  now: Date,
  departmentIds: ReadonlyMap<string, string>,
): Promise<void> {
  const secrets = new Map(demoSignIns.map((signIn) => [signIn.account, signIn]));
  const passwordHash = await hashPassword(demoSignIns[0]?.password ?? "");
  const account = (login: string) => {
    const totpSecret = secrets.get(login)?.totpSecret;
    return {
      id: newId(),
      loginDigest: digest("login", login),
      passwordHash,
      totpSealed: totpSecret ? seal(totpSecret) : null,
      createdAt: now,
    };
  };

  const licence = (days: number) => dateColumn(shanghaiDay(addDays(now, days)));

  const people = demoAccounts.map((person) => ({ person, account: account(person.login) }));
  await tx.account.createMany({
    data: people.map(({ person, account }) => ({
      ...account,
      role: person.role,
      displayName: person.displayName,
      locale: person.locale,
      phoneSealed: person.role === "patient" ? seal(person.login) : null,
      wechatOpenId: person.role === "patient" ? `demo-openid-${person.login}` : null,
    })),
  });
  await tx.wechatFollower.createMany({
    data: people
      .filter(({ person }) => person.role === "patient")
      .map(({ person }) => ({ openId: `demo-openid-${person.login}`, isFollowing: true, changedAt: now })),
  });
  await tx.staff.createMany({
    data: people
      .filter(({ person }) => person.role !== "patient")
      .map(({ person, account }) => ({
        accountId: account.id,
        staffNo: person.login,
        nameZh: person.nameZh,
        nameEn: person.nameEn,
        certificateNo: person.certificateNo,
        licenceExpiresOn: person.certificateNo === null ? null : licence(LICENCE_DAYS),
      })),
  });

  const staff = doctors.map((doctor) => ({ doctor, account: account(doctor.staffNo) }));
  await tx.account.createMany({
    data: staff.map(({ doctor, account }) => ({ ...account, role: "doctor" as const, displayName: doctor.nameZh })),
  });
  await tx.doctor.createMany({
    data: staff.map(({ doctor: { department, services: _, practisingSince, ...doctor }, account }) => ({
      ...doctor,
      id: account.id,
      departmentId: departmentIds.get(department) ?? "",
      practisingSince: dateColumn(practisingSince),
      pinyin: searchable(doctor.nameZh),
      specialtiesPinyin: searchable(doctor.specialtiesZh),
    })),
  });
  await tx.staff.createMany({
    data: staff.map(({ doctor: { staffNo, nameZh, nameEn, certificateNo }, account }) => ({
      accountId: account.id,
      staffNo,
      nameZh,
      nameEn,
      certificateNo,
      licenceExpiresOn: licence(staffNo === ENDING_SOON ? ENDING_DAYS : LICENCE_DAYS),
    })),
  });
  const signers = [
    ...people.filter(({ person }) => person.certificateNo !== null).map(({ account }) => account.id),
    ...staff.map(({ account }) => account.id),
  ];
  for (const id of signers) await tx.signingKey.create({ data: await newSigningKey(id, DEMO_PIN, now) });
  const services = staff.flatMap(({ doctor, account }) =>
    doctor.services.map((service) => ({ ...service, id: newId(), doctorId: account.id })),
  );
  await tx.offering.createMany({
    data: services.map(({ id, doctorId, kind, channel, feeFen }) => ({ id, doctorId, service: kind, channel, feeFen })),
  });
  await tx.weeklySession.createMany({
    data: services.flatMap(({ id, channel, dailyPlaces }) =>
      weekOf(channel, dailyPlaces).map((session) => ({ id: newId(), offeringId: id, ...session })),
    ),
  });
}
