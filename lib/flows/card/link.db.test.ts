import { randomBytes } from "node:crypto";
import { afterEach, expect, test, vi } from "vitest";
import { unlinkCard } from "@/lib/commands/card/unlink";
import { attemptLimit } from "@/lib/db/attempt-limit";
import { db } from "@/lib/db/client";
import { transact } from "@/lib/db/transact";
import { addMinutes } from "@/lib/domain/calendar";
import { cardCode } from "@/lib/domain/card-code";
import { personsCardCode } from "@/lib/queries/patient/card-code";
import { type Applicant, applicant } from "@/lib/testing/applicant";
import { NOON, person } from "@/lib/testing/consultation";
import { hospitalIsDown, hospitalKnows } from "@/lib/testing/his";
import { followUp } from "@/lib/testing/prescribing";
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

const unknown = () => `CH${randomBytes(6).toString("hex").toUpperCase()}`;

test("R4: after five misses even the right card waits a quarter of an hour, and the refusal says until when", async () => {
  const one = await applicant({ isLinked: false });
  hospitalKnows(one);
  for (let miss = 0; miss < 5; miss += 1)
    await expect(link(one, unknown())).rejects.toMatchObject({ code: "card_unknown" });
  const locked = await link(one).catch((error) => error);
  expect(locked).toMatchObject({ code: "card_locked", rule: "R4" });
  const minutes = (locked.params.until - NOON.getTime()) / 60_000;
  expect(minutes).toBeGreaterThan(14);
  expect(minutes).toBeLessThanOrEqual(15);
});

test("R4: a card that five strangers tried is closed to a sixth, whichever account asks", async () => {
  const owner = await applicant({ isLinked: false });
  hospitalKnows(owner);
  for (let miss = 0; miss < 5; miss += 1) {
    const somebody = await applicant({ isLinked: false });
    await expect(link(somebody, owner.cardNumber)).rejects.toMatchObject({ code: "card_other_person" });
  }
  const sixth = await applicant({ isLinked: false });
  await expect(link(sixth, owner.cardNumber)).rejects.toMatchObject({ code: "card_locked" });
});

test("R4: after fifteen misses in a day the account waits for a day", async () => {
  const one = await applicant({ isLinked: false });
  hospitalKnows(one);
  const quarter = attemptLimit("card-link", 5);
  for (let miss = 0; miss < 15; miss += 1) {
    await expect(link(one, unknown())).rejects.toMatchObject({ code: "card_unknown" });
    // As if a quarter of an hour had gone by.
    if (miss % 5 === 4) await quarter.forgive(one.account.accountId);
  }
  const locked = await link(one).catch((error) => error);
  expect((locked.params.until - NOON.getTime()) / 3_600_000).toBeGreaterThan(23);
});

test("R4: the right card is no miss: linking it does not wear the limit off, nor renew it", async () => {
  const one = await applicant({ isLinked: false });
  hospitalKnows(one);
  for (let count = 0; count < 6; count += 1) expect(await link(one)).toMatchObject({ entries: 0 });
  for (let miss = 0; miss < 4; miss += 1) await link(one, unknown()).catch(() => undefined);
  await link(one);
  await expect(link(one, unknown())).rejects.toMatchObject({ code: "card_unknown" });
  await expect(link(one)).rejects.toMatchObject({ code: "card_locked" });
});

test("within a day of a whole record only changes are asked for; what they bring is put in, and twice changes no row", async () => {
  const one = await applicant({ isLinked: false });
  hospitalKnows(one, { visits: [YESTERDAY, addMinutes(NOON, -2880)] });
  await link(one);
  const stamps = () =>
    db().patient.findUniqueOrThrow({
      where: { id: one.patientId },
      select: { recordFetchedAt: true, recordWholeAt: true, recordSyncedTo: true },
    });
  await db().patient.update({ where: { id: one.patientId }, data: { recordSyncedTo: NOON } });
  const before = await entries(one);
  expect(before).toMatchObject([{ fetchedAt: NOON }, { fetchedAt: NOON }]);

  const asked = hospitalKnows(one, { visits: [YESTERDAY] });
  const soon = addMinutes(NOON, 30);
  await refreshRecord({ actor: one.account, now: soon }, { patientId: one.patientId }, "changes");
  expect(new Set(asked.map((path) => path.includes("_lastUpdated")))).toEqual(new Set([true]));
  expect(await entries(one)).toEqual(before);
  expect(await stamps()).toMatchObject({ recordFetchedAt: soon, recordWholeAt: NOON });

  const nextDay = addMinutes(NOON, 1441);
  await refreshRecord({ actor: one.account, now: nextDay }, { patientId: one.patientId }, "changes");
  expect(await entries(one)).toEqual(before.slice(0, 1));
  expect(await stamps()).toMatchObject({ recordFetchedAt: nextDay, recordWholeAt: nextDay });
});

test("R4: a card is unlinked and stays on file as history; it cannot be unlinked twice, nor by anybody else", async () => {
  const one = await applicant();
  const unlink = (actor = one.account) => transact({ actor, now: NOON }, unlinkCard, { patientId: one.patientId });
  await expect(unlink(await person("patient"))).rejects.toMatchObject({ code: "not_found" });
  await expect(unlink(await person("doctor"))).rejects.toMatchObject({ code: "forbidden" });
  const both = await Promise.allSettled([unlink(), unlink()]);
  expect(both.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  expect(await db().healthCard.findMany({ where: { patientId: one.patientId } })).toMatchObject([{ unlinkedAt: NOON }]);
  await expect(unlink()).rejects.toMatchObject({ code: "card_not_linked", rule: "R4" });
  const rows = await db().auditEvent.findMany({ where: { action: "card.unlink", patientId: one.patientId } });
  expect(rows).toMatchObject([{ actorId: one.account.accountId, isAllowed: true }]);
});

test("R4: while a follow-up is under way its card stays linked; once it has ended, not", async () => {
  const one = await applicant();
  const talk = await followUp();
  await db().consultation.update({ where: { id: talk.id }, data: { patientId: one.patientId } });
  const unlink = () => transact({ actor: one.account, now: NOON }, unlinkCard, { patientId: one.patientId });
  await expect(unlink()).rejects.toMatchObject({ code: "card_in_use", rule: "R4" });
  await db().consultation.update({ where: { id: talk.id }, data: { status: "finished" } });
  expect(await unlink()).toEqual({ id: one.patientId });
});

test("each look at the card's code is written down, and nobody sees another's", async () => {
  const one = await applicant();
  expect(await personsCardCode(one.account, NOON, one.patientId)).toMatchObject({ code: cardCode(one.cardNumber) });
  expect(await personsCardCode(await person("patient"), NOON, one.patientId)).toBeNull();
  const looks = await db().auditEvent.findMany({ where: { action: "card.show", patientId: one.patientId } });
  expect(looks).toMatchObject([{ actorId: one.account.accountId }]);
  expect(JSON.stringify(looks, (_, value) => (typeof value === "bigint" ? String(value) : value))).not.toContain(
    one.cardNumber,
  );
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
