import { afterEach, expect, test, vi } from "vitest";
import { db } from "@/lib/db/client";
import { addMinutes } from "@/lib/domain/calendar";
import { type Applicant, applicant } from "@/lib/testing/applicant";
import { NOON, person } from "@/lib/testing/consultation";
import { hospitalIsDown, hospitalKnows } from "@/lib/testing/his";
import { refreshRecord } from "../record/refresh";
import { linkHealthCard } from "./link";

const link = (one: Applicant, cardNumber = one.cardNumber, now = NOON) =>
  linkHealthCard({ actor: one.account, now }, { patientId: one.patientId, cardNumber });
const entries = (one: Applicant) =>
  db().recordEntry.findMany({ where: { patientId: one.patientId }, orderBy: { fhirId: "asc" } });
const cards = (one: Applicant) => db().healthCard.findMany({ where: { patientId: one.patientId, unlinkedAt: null } });
const YESTERDAY = addMinutes(NOON, -1440);

afterEach(() => vi.unstubAllGlobals());

test("R4: the card of the right person is linked and the offline record stored", async () => {
  const one = await applicant({ isLinked: false });
  hospitalKnows(one, { visits: [YESTERDAY] });
  expect(await link(one)).toEqual({ id: one.patientId, entries: 1 });
  const [card] = await cards(one);
  expect(card).toMatchObject({ fhirPatientId: one.fhirPatientId });
  expect(JSON.stringify(card)).not.toContain(one.cardNumber);
  expect(await entries(one)).toMatchObject([
    {
      kind: "encounter",
      fhirId: "fetched-0",
      occurredAt: YESTERDAY,
      detail: { reasons: [{ code: "I10", display: "高血压" }] },
    },
  ]);
  const patient = await db().patient.findUniqueOrThrow({ where: { id: one.patientId } });
  expect(patient.recordFetchedAt).toEqual(NOON);
  expect(await db().auditEvent.findFirst({ where: { action: "card.link", patientId: one.patientId } })).toMatchObject({
    isAllowed: true,
  });
});

test.each([
  ["a number that no card has", {}, "card_unknown", "CH000000000000"],
  ["another person's ID number on file", { idNumber: "11010519491231002X" }, "card_other_person", undefined],
  ["another name on file", { name: "王晓明" }, "card_name_differs", undefined],
  ["another birth date on file", { birthDay: "1990-05-02" }, "card_birth_date_differs", undefined],
])(
  "R4: %s: refused, with the part that differs and nothing of what is on file",
  async (_, onFile, code, cardNumber) => {
    const one = await applicant({ isLinked: false });
    hospitalKnows(one, onFile);
    await expect(link(one, cardNumber)).rejects.toMatchObject({ code, rule: "R4", params: {} });
    expect(await cards(one)).toEqual([]);
    expect(await db().auditEvent.findFirst({ where: { action: "card.link", patientId: one.patientId } })).toMatchObject(
      {
        isAllowed: false,
        detail: { reason: code },
      },
    );
  },
);

test("R5: a passport holder's name may stand in another order and case", async () => {
  const one = await applicant({ isLinked: false });
  await db().patient.update({ where: { id: one.patientId }, data: { name: "Liz Conn" } });
  hospitalKnows(one, { name: "CONN LIZ" });
  expect(await link(one)).toMatchObject({ entries: 0 });
});

test("after five misses the card waits a quarter of an hour, even the right one", async () => {
  const one = await applicant({ isLinked: false });
  hospitalKnows(one);
  for (let miss = 0; miss < 5; miss += 1)
    await expect(link(one, "CH000000000000")).rejects.toMatchObject({ code: "card_unknown" });
  await expect(link(one)).rejects.toMatchObject({ code: "too_many" });
});

test("a server that is down is no miss, and leaves nothing half-linked", async () => {
  const one = await applicant({ isLinked: false });
  hospitalIsDown();
  for (let count = 0; count < 6; count += 1)
    await expect(link(one)).rejects.toMatchObject({ code: "record_unavailable" });
  expect(await cards(one)).toEqual([]);
});

test("linking again brings the record up to date: changed, new and gone entries, each row once", async () => {
  const one = await applicant({ isLinked: false });
  hospitalKnows(one, { visits: [YESTERDAY, addMinutes(NOON, -2880)] });
  await link(one);
  const before = await entries(one);
  hospitalKnows(one, { visits: [NOON] });
  await link(one, one.cardNumber, addMinutes(NOON, 5));
  const after = await entries(one);
  expect(after).toMatchObject([{ id: before[0]?.id, fhirId: "fetched-0", occurredAt: NOON }]);
  expect(await cards(one)).toHaveLength(1);
});

test("a new card takes the place of the old one", async () => {
  const one = await applicant();
  const renewed = { ...one, cardNumber: `${one.cardNumber}9` };
  hospitalKnows(renewed);
  await link(renewed);
  expect(await cards(one)).toHaveLength(1);
  expect(await db().healthCard.count({ where: { patientId: one.patientId } })).toBe(2);
});

test("a card is linked to one's own people only", async () => {
  const one = await applicant({ isLinked: false });
  hospitalKnows(one);
  await expect(link({ ...one, account: await person("patient") })).rejects.toMatchObject({ code: "not_found" });
});

test("R4: a record without a card is not fetched; with one it is, at most once a minute; staff without a consultation find nobody", async () => {
  const unlinked = await applicant({ isLinked: false });
  const refresh = (one: Applicant, now: Date, actor = one.account) =>
    refreshRecord({ actor, now }, { patientId: one.patientId });
  await expect(refresh(unlinked, NOON)).rejects.toMatchObject({ code: "card_not_linked", rule: "R4" });

  const one = await applicant();
  const asked = hospitalKnows(one, { visits: [NOON] });
  expect(await refresh(one, NOON)).toEqual({ fetchedAt: NOON });
  expect(asked).toEqual([]);
  const later = addMinutes(NOON, 2);
  expect(await refresh(one, later)).toEqual({ fetchedAt: later });
  expect(await entries(one)).toMatchObject([{ fhirId: "fetched-0" }]);
  await expect(refresh(one, later, await person("doctor"))).rejects.toMatchObject({ code: "not_found" });
});
