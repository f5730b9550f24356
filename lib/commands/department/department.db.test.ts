import { expect, test } from "vitest";
import { db } from "@/lib/db/client";
import { newId } from "@/lib/db/id";
import { transact } from "@/lib/db/transact";
import { SaveDepartment } from "@/lib/domain/department-input";
import { departmentToEdit } from "@/lib/queries/admin/departments";
import { NOON, person } from "@/lib/testing/consultation";
import { saveDepartment } from "./save";

const given = {
  ...{
    revision: 0,
    reason: "开设新科室",
    code: "sleep-clinic",
    nameZh: "睡眠门诊",
    nameEn: "Sleep Clinic",
    position: "30",
  },
  ...{ introZh: "儿童睡眠问题的随访。", introEn: "Follow-up of sleep problems.", minAgeMonths: "12", maxAgeMonths: "" },
  ...{ recordWindowDays: "15", commonConditions: "g47, F51.0\n G47", hardConditions: "", redFlagIds: ["chest_pain"] },
  isActive: "on",
};
const save = async (change: object = {}, role: "admin" | "support" = "admin") =>
  transact({ actor: await person(role), now: NOON }, saveDepartment, SaveDepartment.parse({ ...given, ...change }));

test("a department is set up, changed, and keeps what stood before, by whom and why", async () => {
  const { id } = await save();
  await save({ id, revision: 1, reason: "放宽就诊时限", recordWindowDays: "30", isActive: undefined });
  const { department, changes } = await departmentToEdit(id);
  expect(department).toMatchObject({
    ...{ code: "sleep-clinic", pinyin: expect.stringContaining("shuimian"), recordWindowDays: 30, isActive: false },
    ...{ commonConditions: ["G47", "F51.0"], hardConditions: [], minAgeMonths: 12, maxAgeMonths: null, revision: 2 },
  });
  expect(changes).toMatchObject([
    { revision: 2, reason: "放宽就诊时限", before: { recordWindowDays: 15 }, after: { recordWindowDays: 30 } },
    { revision: 1, reason: "开设新科室", before: null },
  ]);
  expect(await db().auditEvent.count({ where: { subjectId: id, action: "department.save" } })).toBe(2);
  await expect(db().$executeRaw`DELETE FROM "SettingChange"`).rejects.toThrow(/permission denied/);
});

test("two who change it at once: the second sees that somebody was faster, and nothing of it is kept", async () => {
  const { id } = await save({ code: "two-at-once" });
  const answers = await Promise.allSettled([
    save({ id, code: "two-at-once", revision: 1, position: "1" }),
    save({ id, code: "two-at-once", revision: 1, position: "2" }),
  ]);
  expect(answers.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  expect(await db().settingChange.count({ where: { thingId: id } })).toBe(2);
});

test("a code that another department has is named; a department that there is not is not found; nobody else may", async () => {
  await save({ code: "taken" });
  await expect(save({ code: "taken" })).rejects.toMatchObject({ code: "code_taken", fields: { code: "code_taken" } });
  await expect(save({ id: newId(), code: "nobody" })).rejects.toMatchObject({ code: "not_found" });
  await expect(save({ code: "other" }, "support")).rejects.toMatchObject({ code: "forbidden" });
});

test.each([
  ["a code with a blank", { code: "a b" }],
  ["no name", { nameZh: " " }],
  ["an older youngest than the oldest", { minAgeMonths: "20", maxAgeMonths: "10" }],
  ["a window of no day", { recordWindowDays: "0" }],
  ["what is no diagnosis", { commonConditions: "I10 hypertension" }],
  ["a sign that is never asked for", { redFlagIds: ["spam"] }],
  ["no reason", { reason: "" }],
  ["a field too many", { feeFen: 1 }],
])("%s is refused", (_, change) => expect(SaveDepartment.safeParse({ ...given, ...change }).success).toBe(false));
