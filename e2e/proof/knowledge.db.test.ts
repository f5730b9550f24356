import { createWriteStream, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { finished } from "node:stream/promises";
import { beforeAll, expect, test } from "vitest";
import { db } from "@/lib/db/client";
import { knowledgeOf } from "@/lib/db/sql/knowledge";
import { knowledgeColumns } from "@/lib/domain/knowledge-file";
import { faultsIn, loadKnowledge, returnToTable } from "@/lib/jobs/knowledge";
import { NOON } from "@/lib/testing/consultation";
import { countStatements } from "@/lib/testing/statements";

/** `PROOF=full`: the size that a hospital's own table has. */
const ROWS = process.env.PROOF === "full" ? 300_000 : 20_000;
const folder = mkdtempSync(path.join(tmpdir(), "knowledge-"));
const header = knowledgeColumns.interactions.join(",");
const text = "moderate,机制,Mechanism,建议,Advice,class knowledge unverified";

/** ATC codes of level 5, counted through. */
const code = (index: number): string => {
  const letter = (n: number) => String.fromCharCode(65 + (n % 26));
  const two = (n: number) => String(n % 100).padStart(2, "0");
  return `${letter(index)}${two(Math.floor(index / 26))}${letter(index * 7)}${letter(index * 3)}${two(index * 11)}`;
};
const SUBSTANCES = 1_200;

async function writeTable(): Promise<string> {
  const file = path.join(folder, "pairs.csv");
  const out = createWriteStream(file);
  out.write(`${header}\n`);
  let written = 0;
  for (let step = 1; written < ROWS; step++)
    for (let index = 0; index < SUBSTANCES && written < ROWS; index++) {
      const [a, b] = [code(index), code((index + step) % SUBSTANCES)];
      // Each pair once: step runs below half of the circle.
      out.write(`${a},${b},${text}\n`);
      written += 1;
    }
  out.end();
  await finished(out);
  return file;
}

let codes: string[] = [];
beforeAll(async () => {
  codes = [...new Set(Array.from({ length: SUBSTANCES }, (_, index) => code(index)))];
});

test(`${ROWS} pairs of a hospital's own are loaded, and five medicines against twenty running ones are one quick statement`, async () => {
  expect(codes).toHaveLength(SUBSTANCES);
  const file = await writeTable();
  const began = performance.now();
  expect(await faultsIn("interactions", file)).toEqual([]);
  const { rows, number } = await loadKnowledge("interactions", file, "ours", NOON);
  const seconds = (performance.now() - began) / 1000;
  expect({ rows, number }).toEqual({ rows: ROWS, number: 2 });
  await db().$executeRaw`ANALYZE "Interaction"`;

  const chosen = await db().medicine.findMany({ where: { atc: { not: "" } }, take: 5, select: { id: true } });
  for (const [index, { id }] of chosen.entries())
    await db().medicine.update({ where: { id }, data: { atc: codes[index * 3] ?? "" } });
  const about = {
    medicineIds: chosen.map(({ id }) => id),
    runningAtc: codes.slice(1, 41).filter((_, index) => index % 2 === 0),
    diagnosisCodes: ["I10"],
  };
  const found = await knowledgeOf(db(), about);
  expect(found.tables).toEqual({ interactions: 2, contraindications: 1 });
  expect(found.interactions.length).toBeGreaterThan(20);
  expect(await countStatements(() => knowledgeOf(db(), about))).toBe(1);

  const times: number[] = [];
  for (let round = 0; round < 41; round++) {
    const start = performance.now();
    await knowledgeOf(db(), about);
    times.push(performance.now() - start);
  }
  const median = times.toSorted((a, b) => a - b)[20] ?? 0;
  process.stdout.write(
    `knowledge: ${ROWS} rows checked and loaded in ${seconds.toFixed(1)} s; screening reads them in ${median.toFixed(1)} ms (median of 41)\n`,
  );
  const plan = await db().$queryRaw<{ "QUERY PLAN": string }[]>`
    EXPLAIN SELECT 1 FROM "Interaction" WHERE "tableId" = (SELECT "id" FROM "KnowledgeTable" WHERE "kind" = 'interactions' AND "isInForce")
      AND "atcA" = ANY(ARRAY['A00BC01', 'B01AA03']) AND "atcB" = ANY(ARRAY['B01AA03', 'M01AE01'])`;
  expect(plan.map((line) => line["QUERY PLAN"]).join("\n")).not.toContain('Seq Scan on "Interaction"');
}, 180_000);

test("a table with a bad line is not loaded at all: every bad line is named", async () => {
  const file = path.join(folder, "bad.csv");
  const good = `B01AA03,M01AE01,${text}`;
  writeFileSync(
    file,
    [
      `\ufeff${header}`,
      good,
      `M01AE01,B01AA03,${text}`,
      `B01,warfarin,${text}`,
      `B01AA03,N02BE01,severe,机制,Mechanism,建议,Advice,x`,
      `B01AA03,J01,minor,,Mechanism,建议,Advice,x`,
    ].join("\r\n"),
  );
  const before = await db().knowledgeTable.findMany({ orderBy: { number: "asc" } });
  expect(await faultsIn("interactions", file)).toEqual([
    "line 3: says again what line 2 says",
    "line 4: atcB is no ATC code or prefix",
    "line 5: severity is none of contraindicated, major, moderate, minor",
    "line 6: mechanismZh is empty",
  ]);
  writeFileSync(file, "a,b\n1,2\n");
  expect((await faultsIn("interactions", file))[0]).toMatch(/^line 1: the columns atcA, .* are missing$/);
  writeFileSync(file, "");
  expect(await faultsIn("interactions", file)).toEqual(["the file holds no line"]);
  expect(await db().knowledgeTable.findMany({ orderBy: { number: "asc" } })).toEqual(before);
});

test("a hospital's own contraindications take the place of the demonstration's", async () => {
  const file = path.join(folder, "contra.csv");
  writeFileSync(
    file,
    [
      knowledgeColumns.contraindications.join(","),
      "C07A,diagnosis,J45,,contraindicated,机制,Mechanism,建议,Advice,ours",
      "J01MA,age,,216,major,机制,Mechanism,建议,Advice,ours",
    ].join("\n"),
  );
  expect(await faultsIn("contraindications", file)).toEqual([]);
  expect(await loadKnowledge("contraindications", file, "ours", NOON)).toEqual({ number: 2, rows: 2 });
  expect(await db().knowledgeTable.findMany({ where: { kind: "contraindications", isInForce: true } })).toMatchObject([
    { number: 2, rows: 2, name: "ours" },
  ]);
  expect(await db().contraindication.count({ where: { table: { isInForce: true } } })).toBe(2);
  await returnToTable("contraindications", 1, NOON);
  expect(await db().contraindication.count({ where: { table: { isInForce: true } } })).toBeGreaterThan(60);
  await expect(returnToTable("contraindications", 9, NOON)).rejects.toMatchObject({ code: "conflict" });
  await expect(db().knowledgeTable.count({ where: { isInForce: true } })).resolves.toBe(2);
  writeFileSync(file, `${knowledgeColumns.contraindications.join(",")}\nC07A,age,J45,,major,机制,M,建议,A,ours\n`);
  expect(await faultsIn("contraindications", file)).toEqual([
    "line 2: icd10 goes with the kind diagnosis, and with no other",
  ]);
});
