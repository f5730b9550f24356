import { expect, test } from "vitest";
import { db } from "@/lib/db/client";
import { transact } from "@/lib/db/transact";
import type { Person } from "@/lib/domain/actor";
import { prescribingDesk } from "@/lib/queries/doctor/prescribing-desk";
import { NOON, person } from "@/lib/testing/consultation";
import { content, followUp } from "@/lib/testing/prescribing";
import { removeTemplate } from "./remove";
import { MOST_TEMPLATES, saveTemplate } from "./save";

const save = async (actor: Person, name = "甲减随访", more = {}) => {
  const { items } = await content(more);
  return transact({ actor, now: NOON }, saveTemplate, { name, items });
};

test("a doctor's lines are kept under a name, stand on the pad, and are replaced under the same name", async () => {
  const talk = await followUp();
  const { id } = await save(talk.doctor);
  const items = (await content()).items.map((item) => ({ ...item, dose: 2 }));
  expect(await save(talk.doctor, "甲减随访", { items })).toEqual({ id });
  const desk = await prescribingDesk(talk.doctor, NOON, talk.id);
  expect(desk.templates).toMatchObject([{ id, name: "甲减随访", items: [{ dose: 2 }] }]);
});

test("a template is its doctor's own: nobody else sees it or takes it away", async () => {
  const [talk, other] = [await followUp(), await followUp()];
  const { id } = await save(talk.doctor);
  expect((await prescribingDesk(other.doctor, NOON, other.id)).templates).toEqual([]);
  const remove = (actor: Person) => transact({ actor, now: NOON }, removeTemplate, { templateId: id });
  await expect(remove(other.doctor)).rejects.toMatchObject({ code: "not_found" });
  await expect(remove(await person("pharmacist"))).rejects.toMatchObject({ code: "forbidden" });
  await remove(talk.doctor);
  await expect(remove(talk.doctor)).rejects.toMatchObject({ code: "not_found" });
});

test("only medicines of the formulary are kept", async () => {
  const { doctor } = await followUp();
  const items = (await content()).items.map((item) => ({ ...item, medicineId: doctor.accountId }));
  await expect(save(doctor, "x", { items })).rejects.toMatchObject({ code: "medicine_unavailable" });
});

test(`a doctor keeps ${MOST_TEMPLATES} of them`, async () => {
  const { doctor } = await followUp();
  await db().prescriptionTemplate.createMany({
    data: Array.from({ length: MOST_TEMPLATES }, (_, index) => ({
      ...{ doctorId: doctor.accountId, name: `t${index}`, content: [], createdAt: NOON },
    })),
  });
  await expect(save(doctor)).rejects.toMatchObject({ code: "too_many_templates" });
  await save(doctor, "t1");
});
