import { describe, expect, test } from "vitest";
import { claimPrescription } from "@/lib/commands/prescription/claim";
import { revise } from "@/lib/commands/prescription/revise";
import { db } from "@/lib/db/client";
import { transact } from "@/lib/db/transact";
import { addMinutes } from "@/lib/domain/calendar";
import { CLAIM_MINUTES } from "@/lib/domain/prescription";
import { NOON, person } from "@/lib/testing/consultation";
import { PIN } from "@/lib/testing/keyed";
import { content, prescribed, returned, seededMedicine } from "@/lib/testing/prescribing";
import { countStatements } from "@/lib/testing/statements";
import { reviewDesk } from "./review-desk";
import { reviewQueue } from "./review-queue";
import { stock } from "./stock";

const looks = (subjectId: string) =>
  db().auditEvent.findMany({ where: { action: "prescription.review_view", subjectId } });

describe("the review queue", () => {
  test("names the gravest finding, what was not screened, and who holds it until when", async () => {
    const made = await prescribed({}, { record: [{ kind: "medication", display: "自购保健品" }] });
    const [holder, colleague] = await Promise.all([person("pharmacist"), person("pharmacist")]);
    await transact({ actor: holder, now: NOON }, claimPrescription, { prescriptionId: made.prescriptionId });
    const rowOf = async (actor: typeof holder, now = NOON) =>
      (await reviewQueue(actor, now)).find(({ id }) => id === made.prescriptionId);
    const heldUntil = addMinutes(NOON, CLAIM_MINUTES);
    expect(await rowOf(holder)).toMatchObject({
      ...{ isScreened: false, worst: "note", lines: 1, version: 1, heldUntil, isMine: true },
      patient: { name: "测试患者", sex: "female" },
    });
    expect(await rowOf(colleague)).toMatchObject({ heldUntil, isMine: false });
    expect(await rowOf(colleague, heldUntil)).toMatchObject({ heldUntil: null, isMine: false });
  });

  test("puts the longest wait first, shows nothing that is decided, and takes one statement", async () => {
    const [later, first, decided] = [await prescribed(), await prescribed(), await returned()];
    await db().prescription.update({
      where: { id: first.prescriptionId },
      data: { submittedAt: addMinutes(NOON, -30) },
    });
    const pharmacist = await person("pharmacist");
    const ids = (await reviewQueue(pharmacist, NOON)).map(({ id }) => id);
    expect(ids.indexOf(first.prescriptionId)).toBe(0);
    expect(ids).toContain(later.prescriptionId);
    expect(ids).not.toContain(decided.prescriptionId);
    expect(await countStatements(() => reviewQueue(pharmacist, NOON))).toBe(1);
  });

  test("is empty for everybody else", async () => {
    await prescribed();
    for (const role of ["support", "auditor", "admin"] as const)
      expect(await reviewQueue(await person(role), NOON)).toEqual([]);
  });
});

describe("the review desk", () => {
  test("shows lines, prescriber and what is known of the patient, and writes the look down once", async () => {
    const record = [
      { kind: "allergy" as const, display: "青霉素过敏" },
      { kind: "medication" as const, display: "华法林钠片", mappedCode: "B01AA03" },
    ];
    const made = await prescribed({}, { record });
    const { priceFen } = await seededMedicine("M001");
    const pharmacist = await person("pharmacist");
    expect(await reviewDesk(pharmacist, NOON, made.prescriptionId)).toMatchObject({
      ...{ earlier: [], reviews: [], heldUntil: null, isMine: false },
      consultation: { doctor: { certificateNo: "TEST-000000" } },
      newest: { number: 1, items: [{ dose: 1, frequency: "qd", days: 7, packs: 1, unitPriceFen: priceFen }] },
      record: { allergies: [{ display: "青霉素过敏" }], running: [{ display: "华法林钠片" }] },
    });
    expect(await looks(made.prescriptionId)).toMatchObject([
      { actorId: pharmacist.accountId, patientId: made.patientId },
    ]);
    expect(await countStatements(() => reviewDesk(pharmacist, NOON, made.prescriptionId))).toBe(2);
  });

  test("of a corrected prescription shows the version before beside the new one", async () => {
    const made = await returned();
    const corrected = await content({ advice: "已更正剂量。" });
    const { prescriptionId } = made;
    await transact({ actor: made.doctor, now: NOON }, revise, { prescriptionId, pin: PIN, ...corrected });
    expect(await reviewDesk(await person("pharmacist"), NOON, prescriptionId)).toMatchObject({
      ...{ newest: { number: 2, advice: "已更正剂量。" }, earlier: [{ number: 1 }] },
    });
  });

  test("is not there for others, for drafts and for what is no id; nothing is written down", async () => {
    const made = await prescribed();
    const id = made.prescriptionId;
    await expect(reviewDesk(await person("support"), NOON, id)).rejects.toMatchObject({ code: "not_found" });
    const pharmacist = await person("pharmacist");
    await expect(reviewDesk(pharmacist, NOON, "not-an-id")).rejects.toMatchObject({ code: "not_found" });
    await db().prescription.update({ where: { id }, data: { status: "draft" } });
    await expect(reviewDesk(pharmacist, NOON, id)).rejects.toMatchObject({ code: "not_found" });
    expect(await looks(id)).toEqual([]);
  });
});

test("the shelf is found by name, pinyin and ATC, batches by expiry", async () => {
  const { id, nameZh, nameEn, pinyin, atc } = await db().medicine.findUniqueOrThrow({ where: { code: "M001" } });
  for (const search of [nameZh, nameEn.toLowerCase(), pinyin.toUpperCase(), atc.toLowerCase()])
    expect((await stock(search, "all", NOON)).map((row) => row.id)).toContain(id);
  for (const { batches } of await stock("", "all", NOON)) {
    const days = batches.map(({ expiresOn }) => expiresOn.getTime());
    expect(days).toEqual(days.toSorted((a, b) => a - b));
  }
  expect(await stock("没有这种药", "all", NOON)).toEqual([]);
});
