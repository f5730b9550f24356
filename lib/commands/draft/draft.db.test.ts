import { expect, test } from "vitest";
import { db } from "@/lib/db/client";
import { unseal } from "@/lib/db/seal";
import { transact } from "@/lib/db/transact";
import type { Person } from "@/lib/domain/actor";
import { addDays, addMinutes } from "@/lib/domain/calendar";
import { sweepDeadlines } from "@/lib/jobs/sweep";
import { dueDrafts } from "@/lib/queries/jobs/due";
import { bookingDesk } from "@/lib/queries/patient/book";
import { type Applicant, applicant, type Offer, offer } from "@/lib/testing/applicant";
import { NOON, person, upload } from "@/lib/testing/consultation";
import { discardDraft } from "./discard";
import { saveDraft } from "./save";

interface Typed {
  readonly version?: number;
  readonly symptoms?: string;
  readonly pictureIds?: string[];
}

function save(one: Applicant, { offeringId }: Offer, typed: Typed = {}, actor: Person = one.account, now = NOON) {
  const { version = 0, symptoms = "头痛三天", pictureIds = [] } = typed;
  return saveDraft({ actor, now }, { patientId: one.patientId, offeringId, version, fields: { symptoms }, pictureIds });
}

const discard = (one: Applicant, { offeringId }: Offer) =>
  transact({ actor: one.account, now: NOON }, discardDraft, { patientId: one.patientId, offeringId });

const draftsOf = ({ patientId }: Applicant) => db().bookingDraft.findMany({ where: { patientId } });
const shown = async (one: Applicant, { offeringId }: Offer, actor = one.account) =>
  (await bookingDesk(actor, NOON, offeringId, one.patientId))?.applicant?.draft;

test("what is typed is kept sealed and comes back on another device", async () => {
  const [one, where] = await Promise.all([applicant(), offer()]);
  const picture = await upload(one.account);
  expect(await save(one, where)).toEqual({ version: 1, savedAt: NOON });
  expect(await save(one, where, { version: 1, symptoms: "头痛四天", pictureIds: [picture] })).toMatchObject({
    version: 2,
  });
  const [draft] = await draftsOf(one);
  expect(draft?.content).not.toContain("头痛");
  expect(unseal(draft?.content ?? "")).toContain("头痛四天");
  expect(await shown(one, where)).toEqual({
    ...{ version: 2, savedAt: NOON, fields: { symptoms: "头痛四天" }, pictureIds: [picture] },
  });
});

test("an older tab overwrites nothing, and of two at once one is told", async () => {
  const [one, where] = await Promise.all([applicant(), offer()]);
  await save(one, where);
  const results = await Promise.allSettled([
    save(one, where, { version: 1, symptoms: "第一页写的内容" }),
    save(one, where, { version: 1, symptoms: "第二页写的内容" }),
  ]);
  expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  expect(results.find((result) => result.status === "rejected")).toMatchObject({ reason: { code: "draft_newer" } });
  await expect(save(one, where)).rejects.toMatchObject({ code: "draft_newer" });
  expect((await draftsOf(one)).map(({ version }) => version)).toEqual([2]);
});

test("a tab that was left open does not bring back what was thrown away", async () => {
  const [one, where] = await Promise.all([applicant(), offer()]);
  const picture = await upload(one.account);
  await save(one, where, { pictureIds: [picture] });
  await discard(one, where);
  expect(await db().file.count({ where: { id: picture } })).toBe(0);
  await expect(save(one, where, { version: 1 })).rejects.toMatchObject({ code: "draft_newer" });
  await expect(discard(one, where)).rejects.toMatchObject({ code: "not_found" });
  expect(await draftsOf(one)).toEqual([]);
});

test("nobody keeps or reads a draft for a person of another account", async () => {
  const [one, where, other] = await Promise.all([applicant(), offer(), person("patient")]);
  await save(one, where);
  await expect(save(one, where, {}, other)).rejects.toMatchObject({ code: "not_found" });
  await expect(save(one, { ...where, offeringId: one.patientId })).rejects.toMatchObject({ code: "not_found" });
  expect(await shown(one, where, other)).toBeUndefined();
});

test("an application that nobody has typed on for thirty days goes away, another stays", async () => {
  const [old, fresh, where] = await Promise.all([applicant(), applicant(), offer()]);
  await save(old, where);
  await save(fresh, where, {}, fresh.account, addMinutes(NOON, 1));
  await sweepDeadlines(addDays(NOON, 30));
  expect([await draftsOf(old), (await draftsOf(fresh)).length]).toEqual([[], 1]);
  expect(await dueDrafts(addDays(NOON, 30))).toEqual([]);
});
