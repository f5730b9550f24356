import { expect, test } from "vitest";
import { acceptConsultation } from "@/lib/commands/consultation/accept";
import { db } from "@/lib/db/client";
import { transact } from "@/lib/db/transact";
import type { Person } from "@/lib/domain/actor";
import { addMinutes, dateColumn, endOfDay } from "@/lib/domain/calendar";
import { citation } from "@/lib/domain/rules";
import { consultation, NOON, person } from "@/lib/testing/consultation";
import { confirmIdentity } from "./confirm-identity";

const confirm = (actor: Person, now = NOON) => transact({ actor, now }, confirmIdentity, {});
const accept = (actor: Person, consultationId: string, now = NOON) =>
  transact({ actor, now }, acceptConsultation, { consultationId });

test(`R5 (${citation("R5", "en").text}): a doctor confirms who he or she is before the first consultation of each day`, async () => {
  const { id, doctor } = await consultation({ status: "waiting" });
  const nextMonth = addMinutes(NOON, 60 * 24 * 30);
  await db().consultation.update({ where: { id }, data: { dueAt: addMinutes(nextMonth, 120) } });
  await expect(accept(doctor, id, nextMonth)).rejects.toMatchObject({ code: "identity_unconfirmed", rule: "R5" });
  await confirm(doctor, nextMonth);
  expect(await accept(doctor, id, nextMonth)).toEqual({ id });
  expect(
    await db().auditEvent.findFirst({ where: { actorId: doctor.accountId, action: "account.confirm_identity" } }),
  ).toMatchObject({ detail: { isFirst: true } });
});

test("R5: a confirmation holds until midnight in Shanghai, and not a minute longer", async () => {
  const { id, doctor } = await consultation({ status: "waiting" });
  const evening = endOfDay(addMinutes(NOON, 60 * 24 * 30));
  await db().consultation.update({ where: { id }, data: { dueAt: addMinutes(evening, 120) } });
  await confirm(doctor, addMinutes(evening, -60));
  await expect(accept(doctor, id, addMinutes(evening, 1))).rejects.toMatchObject({ code: "identity_unconfirmed" });
  expect(await accept(doctor, id, evening)).toEqual({ id });
});

test("confirming twice at the same time leaves one confirmation; only doctors confirm", async () => {
  const doctor = await person("doctor");
  await Promise.all([confirm(doctor), confirm(doctor)]);
  expect(await db().identityConfirmation.count({ where: { accountId: doctor.accountId } })).toBe(1);
  await expect(confirm(await person("pharmacist"))).rejects.toMatchObject({ code: "forbidden" });
});

test("R6: a doctor whose licence ended yesterday, or who has practised for two years, accepts nobody", async () => {
  const { id, doctor } = await consultation({ status: "waiting" });
  await expect(accept({ ...doctor, licensedUntil: dateColumn("2026-11-22") }, id)).rejects.toMatchObject({
    code: "licence_expired",
    rule: "R6",
  });
  await db().doctor.update({
    where: { id: doctor.accountId },
    data: { practisingSince: dateColumn("2024-11-23") },
  });
  await expect(accept(doctor, id)).rejects.toMatchObject({ code: "too_little_practice", rule: "R6" });
  await db().doctor.update({
    where: { id: doctor.accountId },
    data: { practisingSince: dateColumn("2023-11-23") },
  });
  expect(await accept({ ...doctor, licensedUntil: dateColumn("2026-11-23") }, id)).toEqual({ id });
});
