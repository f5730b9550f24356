import { parse } from "csv-parse/sync";
import { stringify } from "csv-stringify/sync";
import { describe, expect, test } from "vitest";
import { db } from "@/lib/db/client";
import { knowledgeOf } from "@/lib/db/sql/knowledge";
import { storedMedicines } from "@/lib/db/stored-medicine";
import { transact } from "@/lib/db/transact";
import { formularyColumns, MedicineFields, SaveMedicine } from "@/lib/domain/formulary-input";
import { exportFormulary } from "@/lib/flows/formulary/export";
import { importFormulary } from "@/lib/flows/formulary/import";
import { formularyMedicine } from "@/lib/queries/admin/formulary";
import { NOON, person } from "@/lib/testing/consultation";
import { saveMedicine } from "./save";

const medicine = async (code: string) => (await storedMedicines(db(), { code }))[0] ?? expect.fail(code);
const edited = async (code: string, more: object) => {
  const { id: _, ...fields } = await medicine(code);
  return SaveMedicine.parse({ ...fields, reason: "价格调整", ...more });
};
const admin = await person("admin");
const save = (input: SaveMedicine, actor = admin) => transact({ actor, now: NOON }, saveMedicine, input);

describe("an edit of the formulary", () => {
  test("keeps what stood before, what stands now, by whom and why", async () => {
    const before = await medicine("M002");
    const { id } = await save(await edited("M002", { priceFen: 4321, nameZh: "甲巯咪唑片（新）" }));
    const { medicine: after, changes } = await formularyMedicine(id);
    expect(after).toMatchObject({ priceFen: 4321, revision: before.revision + 1 });
    expect(changes).toMatchObject([
      {
        ...{ revision: before.revision + 1, reason: "价格调整", by: admin.name },
        ...{ before: { priceFen: before.priceFen }, after: { priceFen: 4321, nameZh: "甲巯咪唑片（新）" } },
      },
    ]);
    expect(await db().medicine.findUnique({ where: { id }, select: { pinyin: true } })).toMatchObject({
      pinyin: expect.stringContaining("xin"),
    });
  });
  test("of the label's ranges is what the next child is checked against (R18)", async () => {
    await save(await edited("M029", { doseRanges: "child *-143 kg 0.25-0.4/1.6; kidney *-* dose *-10/30" }));
    const { id, doseRanges } = await medicine("M029");
    expect(doseRanges).toBe("child *-143 kg 0.25-0.4/1.6; kidney *-* dose *-10/30");
    const { medicines } = await knowledgeOf(db(), { medicineIds: [id], runningAtc: [], diagnosisCodes: [] });
    expect(medicines[0]?.doseRanges).toHaveLength(2);
  });
  test("of a screen that is out of date changes nothing, and two at once are one", async () => {
    const input = await edited("M003", { priceFen: 1111 });
    const tries = await Promise.allSettled([save(input), save({ ...input, priceFen: 2222 }), save(input)]);
    expect(tries.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    await expect(save(input)).rejects.toMatchObject({ code: "conflict" });
  });
  test("adds a medicine under a code of its own", async () => {
    await save(await edited("M004", { code: "NEW-1", revision: 0 }));
    await expect(save(await edited("M004", { revision: 0 }))).rejects.toMatchObject({ code: "conflict" });
    expect((await medicine("NEW-1")).revision).toBe(1);
  });
  test("is the administrator's alone", async () => {
    const input = await edited("M005", {});
    for (const role of ["doctor", "pharmacist", "head_pharmacist", "support", "patient"] as const)
      await expect(save(input, await person(role))).rejects.toMatchObject({ code: "forbidden" });
  });
  test.each([
    ["packSize", 0],
    ["packSize", -1],
    ["packSize", 1.5],
    ["priceFen", "12元"],
    ["maxDailyDose", 0.5],
    ["usualDose", 1e9],
    ["atc", "H03"],
    ["routes", "by mouth"],
    ["ingredients", ";"],
    ["minAgeMonths", -1],
    ["maxCourseDays", 0],
    ["controlledClass", "harmless"],
    ["doseRanges", "child: a little"],
  ])("with %s %j is refused at its field", async (field, value) => {
    const { revision: _, id: __, ...fields } = await medicine("M001");
    expect(MedicineFields.safeParse({ ...fields, [field]: value }).success).toBe(false);
  });
});

describe("the formulary as a table", () => {
  const bytes = (text: string) => new TextEncoder().encode(text);
  const exported = async () => (await exportFormulary()).text();
  const take = (text: string, dryRun = false) =>
    importFormulary({ actor: admin, now: NOON }, { file: bytes(text), dryRun });
  const changed = async (change: (rows: Record<string, string>[]) => void) => {
    const rows: Record<string, string>[] = parse(await exported(), { bom: true, columns: true });
    change(rows);
    return stringify(rows, { header: true, columns: [...formularyColumns] });
  };

  test("comes back as it went out: nothing new, nothing changed", async () => {
    expect(await take(await exported(), true)).toMatchObject({ faults: [], added: 0, changed: 0, isTaken: false });
  });
  test("is tried first, then taken in, each change with its history", async () => {
    const table = await changed((rows) => {
      const [first] = rows;
      if (!first) return;
      rows.push({ ...first, code: "CSV-1", nameZh: "导入样例片" });
      first.priceFen = "777";
    });
    expect(await take(table, true)).toMatchObject({ added: 1, changed: 1, isTaken: false });
    expect(await db().medicine.count({ where: { code: "CSV-1" } })).toBe(0);
    expect(await take(table)).toMatchObject({ added: 1, changed: 1, isTaken: true });
    expect((await medicine("CSV-1")).nameZh).toBe("导入样例片");
    expect(await db().medicineChange.count({ where: { reason: "import" } })).toBe(2);
    expect(await take(table)).toMatchObject({ added: 0, changed: 0 });
  });
  test("with bad lines is not taken in at all, and every one is named", async () => {
    const table = await changed((rows) => {
      const [first, second, third, fourth] = rows;
      if (first) first.priceFen = "-1";
      if (second) second.form = "pill";
      if (third && fourth) third.code = fourth.code ?? "";
    });
    const answer = await take(table);
    expect(answer.isTaken).toBe(false);
    expect(answer.faults).toEqual([
      { line: 2, column: "priceFen", code: "number_invalid" },
      { line: 3, column: "form", code: "choose_one" },
      { line: 5, column: "code", code: "code_twice" },
    ]);
  });
  test("in another encoding, without its columns, or empty is refused in plain words", async () => {
    await expect(take("")).rejects.toMatchObject({ code: "csv_unreadable" });
    await expect(
      importFormulary({ actor: admin, now: NOON }, { file: new Uint8Array([0xb8, 0xf1, 0xff]), dryRun: true }),
    ).rejects.toMatchObject({ code: "csv_unreadable" });
    expect((await take("a,b\n1,2\n")).faults[0]).toMatchObject({ line: 1, code: "column_missing" });
  });
  test("never starts a formula in a spreadsheet", async () => {
    await save(await edited("M006", { avoidZh: "=HYPERLINK(1)" }));
    expect(await exported()).toContain("'=HYPERLINK(1)");
  });
});
