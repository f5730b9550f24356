import { expect, test } from "vitest";
import { db } from "@/lib/db/client";
import { newId } from "@/lib/db/id";
import { findOfferingToBook } from "@/lib/db/sql/offering";
import { addMinutes, dateColumn } from "@/lib/domain/calendar";
import { readSearch } from "@/lib/domain/doctor-search";
import { applicant, offer } from "@/lib/testing/applicant";
import { consultation, NOON, person } from "@/lib/testing/consultation";
import { bookingDesk } from "./book";
import { personsCard } from "./card";
import { myConsultations } from "./consultations";
import { doctorPage } from "./doctor";
import { findDoctors } from "./doctors";
import { patientHome } from "./home";
import { myPeople } from "./people";

const TODAY = dateColumn("2026-11-23");

test("my people are mine alone, and their numbers are masked", async () => {
  const [one, stranger] = await Promise.all([applicant(), person("patient")]);
  const people = await myPeople(one.account);
  expect(people).toMatchObject([{ id: one.patientId, relation: "self" }]);
  expect(JSON.stringify(people)).not.toContain(one.idNumber);
  expect(JSON.stringify(people)).not.toContain(one.cardNumber);
  expect(await myPeople(stranger)).toEqual([]);
});

test("looking at the record is written into the audit; for a stranger there is none", async () => {
  const [one, stranger] = await Promise.all([applicant(), person("patient")]);
  const looks = () => db().auditEvent.count({ where: { action: "record.view", patientId: one.patientId } });
  expect(await personsCard(stranger, NOON, one.patientId)).toBeNull();
  expect(await looks()).toBe(0);
  expect(await personsCard(one.account, NOON, one.patientId)).toMatchObject({ visits: [{ fhirId: "visit-3" }] });
  expect(await looks()).toBe(1);
});

test("R2: the booking page offers the visits that qualify, of the chosen person alone", async () => {
  const [one, where] = await Promise.all([applicant({ visits: [3, 9, 40] }), offer()]);
  const desk = await bookingDesk(one.account, NOON, where.offeringId, one.patientId);
  expect(desk?.applicant).toMatchObject({
    refusal: null,
    visits: [{ visit: { fhirId: "visit-3" }, suitability: "common" }, { visit: { fhirId: "visit-9" } }],
  });
  expect(desk?.people.every((each) => !("record" in each))).toBe(true);
});

test.each([
  ["R4: no card is linked", { isLinked: false }, {}, { code: "card_not_linked", rule: "R4" }],
  ["R2: no recent visit", { visits: [40] }, {}, { code: "no_recent_record", rule: "R2" }],
  ["the doctor has stopped", {}, { isAccepting: false }, { code: "doctor_not_accepting" }],
  ["the day has no places", {}, { places: 0 }, { code: "no_place_left" }],
])("%s: the booking page says so before anything is typed", async (_, wanted, offered, refusal) => {
  const [one, where] = await Promise.all([applicant(wanted), offer(offered)]);
  const desk = await bookingDesk(one.account, NOON, where.offeringId, one.patientId);
  expect(desk?.applicant?.refusal).toMatchObject(refusal);
});

test("whoever is under way with this doctor already is led there; another parent is only told", async () => {
  const [talk, parent] = await Promise.all([consultation({ status: "waiting" }), person("patient")]);
  const { id, patientId } = talk;
  const { offeringId } = await db().consultation.findUniqueOrThrow({ where: { id } });
  const family = [talk.patient, parent];
  await db().patientLink.createMany({
    data: family.map(({ accountId }) => ({ accountId, patientId, relation: "child", slot: 1 })),
  });
  const desks = await Promise.all(family.map((who) => bookingDesk(who, NOON, offeringId, patientId)));
  expect(desks.map((desk) => desk?.applicant)).toMatchObject([
    { refusal: { code: "already_booked" }, openConsultationId: id },
    { refusal: { code: "already_booked" }, openConsultationId: null },
  ]);
  await db().consultation.update({ where: { id }, data: { status: "finished" } });
  expect((await bookingDesk(parent, NOON, offeringId, patientId))?.applicant?.refusal).toBeNull();
});

test("somebody else's person in the address is nobody, and an offering without a fee is not offered", async () => {
  const [one, stranger, where, free] = await Promise.all([applicant(), applicant(), offer(), offer({ feeFen: 0 })]);
  expect(await bookingDesk(stranger.account, NOON, where.offeringId, one.patientId)).toMatchObject({ applicant: null });
  expect(await bookingDesk(one.account, NOON, free.offeringId, one.patientId)).toBeNull();
});

test("doctors are found by name, pinyin and specialty, with the places that are left today", async () => {
  const where = await offer({ places: 3 });
  const { accountId: id } = where.doctor;
  await db().doctor.update({
    where: { id },
    data: { nameZh: "欧阳慕白", pinyin: "ouyangmubai oymb", specialtiesZh: "矮小症" },
  });
  await db().doctorDay.create({
    data: {
      doctorId: id,
      offeringId: where.offeringId,
      day: TODAY,
      fromMinute: 0,
      toMinute: 1440,
      places: 3,
      taken: 2,
    },
  });
  for (const q of ["欧阳", "ouyang mubai", "OYMB", "矮小症"]) {
    const { doctors } = await findDoctors(NOON, readSearch({ q }));
    expect(doctors?.filter((doctor) => doctor.id === id)).toMatchObject([{ offerings: [{ placesLeft: 1 }] }]);
  }
  expect((await findDoctors(NOON, readSearch({ q: "没有这样的医生" }))).doctors).toEqual([]);
});

test("a doctor is found by the name before the specialty, the department and the disease that it follows", async () => {
  const [byName, bySpecialty, byDepartment] = await Promise.all([offer(), offer(), offer()]);
  const set = (where: typeof byName, data: object) =>
    db().doctor.update({ where: { id: where.doctor.accountId }, data });
  await set(byName, { nameZh: "甲亢宁", pinyin: "jiakangning jkn" });
  await set(bySpecialty, { specialtiesZh: "甲亢、桥本病", specialtiesPinyin: "jiakangqiaobenbing jkqbb" });
  await db().department.update({
    where: { id: byDepartment.departmentId },
    data: { nameZh: "甲亢专科", pinyin: "jiakangzhuanke jkzk", commonConditions: ["E05"] },
  });
  const ours = [byName, bySpecialty, byDepartment].map(({ doctor }) => doctor.accountId);
  for (const q of ["甲亢", "jiakang", "jk"]) {
    const { doctors } = await findDoctors(NOON, readSearch({ q }));
    expect(doctors?.map(({ id }) => id).filter((id) => ours.includes(id))).toEqual(ours);
  }
  for (const q of ["E05", "thyrotoxicosis"]) {
    const { doctors } = await findDoctors(NOON, readSearch({ q }));
    expect(doctors?.map(({ id }) => id)).toContain(byDepartment.doctor.accountId);
  }
  expect((await findDoctors(NOON, readSearch({ q: "100%_" }))).doctors).toEqual([]);
});

test("filters narrow the list, together: service, title, fee, rating, and when a place is free", async () => {
  const [cheap, dear] = await Promise.all([offer({ feeFen: 2000 }), offer({ feeFen: 9000, places: 0 })]);
  const both = [cheap, dear].map(({ doctor }) => doctor.accountId);
  const found = async (params: Record<string, string>) => {
    const { doctors } = await findDoctors(NOON, readSearch({ q: "测试医生", ...params }));
    return doctors
      ?.map(({ id }) => id)
      .filter((id) => both.includes(id))
      .toSorted();
  };
  expect(await found({})).toEqual(both.toSorted());
  expect(await found({ fee: "50" })).toEqual([cheap.doctor.accountId]);
  expect(await found({ when: "today" })).toEqual([cheap.doctor.accountId]);
  expect(await found({ when: "week", service: "consultation" })).toEqual([]);
  expect(await found({ title: "chief_physician" })).toEqual([]);
  const figures = { ratingCount: 2, ratingSum: 9, answered: 0, refreshedAt: NOON };
  await db().doctorFigures.create({ data: { doctorId: dear.doctor.accountId, ...figures } });
  expect(await found({ rating: "4.5" })).toEqual([dear.doctor.accountId]);
  expect(await found({ rating: "4.5", fee: "50" })).toEqual([]);
  expect(await found({ rating: "9", fee: "-1", title: "king", when: "never" })).toEqual(both.toSorted());
});

test("without words or a department the departments are shown, not every doctor", async () => {
  expect((await findDoctors(NOON, readSearch({ q: "  ", department: "../x" }))).doctors).toBeNull();
});

test("R6: a doctor's page shows certificate and scope; one whose account is disabled has none", async () => {
  const { doctor } = await offer();
  expect(await doctorPage(NOON, doctor.accountId)).toMatchObject({ certificateNo: "TEST-000000" });
  await db().account.update({ where: { id: doctor.accountId }, data: { status: "disabled" } });
  expect(await doctorPage(NOON, doctor.accountId)).toBeNull();
});

test("R6: a doctor whose licence ended yesterday is shown as taking nobody, and counts again until the end of its last day", async () => {
  const { doctor, offeringId } = await offer();
  const until = (day: string) => ({ licenceExpiresOn: new Date(`${day}T00:00:00.000Z`) });
  await db().staff.create({
    data: { accountId: doctor.accountId, staffNo: doctor.name, nameZh: "测试", nameEn: "Test", ...until("2026-11-22") },
  });
  expect(await doctorPage(NOON, doctor.accountId)).toMatchObject({ isAccepting: false });
  expect(await findOfferingToBook(offeringId, NOON)).toMatchObject({ isAccepting: false });
  await db().staff.update({ where: { accountId: doctor.accountId }, data: until("2026-11-23") });
  expect(await doctorPage(NOON, doctor.accountId)).toMatchObject({ isAccepting: true });
  expect(await findOfferingToBook(offeringId, NOON)).toMatchObject({ isAccepting: true });
});

test("the home of a patient shows what is under way, with what is unread", async () => {
  const talk = await consultation();
  await db().consultation.update({ where: { id: talk.id }, data: { lastSeq: 3 } });
  await db().readMark.create({
    data: { consultationId: talk.id, accountId: talk.patient.accountId, seq: 1, at: NOON },
  });
  const finished = await consultation({ status: "finished" });
  expect((await patientHome(talk.patient)).consultations).toMatchObject([{ id: talk.id, unread: 2 }]);
  expect((await patientHome(finished.patient)).consultations).toEqual([]);
});

test("the list of consultations goes back page by page without a gap or a repetition", async () => {
  const talk = await consultation({ status: "finished" });
  const {
    patient: _,
    intake: __,
    ...row
  } = await db().consultation.findUniqueOrThrow({
    where: { id: talk.id },
    include: { patient: { select: { id: true } } },
  });
  await db().consultation.createMany({
    data: Array.from({ length: 44 }, (_, index) => {
      const id = newId();
      // Several within the same moment: the id decides there.
      return { ...row, id, number: id, createdAt: addMinutes(NOON, Math.floor(index / 3)) };
    }),
  });
  const seen: string[] = [];
  let before: string | undefined;
  do {
    const page = await myConsultations(talk.patient, before);
    seen.push(...page.rows.map(({ id }) => id));
    before = page.next;
  } while (before);
  expect(seen).toHaveLength(45);
  expect(new Set(seen).size).toBe(45);
  expect((await myConsultations(await person("patient"))).rows).toEqual([]);
});
