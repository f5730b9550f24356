import { strFromU8, unzipSync } from "fflate";
import { expect, test } from "vitest";
import { type Cell, workbook } from "./workbook";

async function* inPages(...pages: Cell[][][]) {
  yield* pages;
}

async function collect(bytes: AsyncIterable<Uint8Array>): Promise<Uint8Array[]> {
  const all: Uint8Array[] = [];
  for await (const part of bytes) all.push(part);
  return all;
}

async function parts(...args: Parameters<typeof workbook>): Promise<Record<string, string>> {
  const bytes = Buffer.concat(await collect(workbook(...args)));
  return Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, file]) => [name, strFromU8(file)]));
}

test("text is text whatever it begins with, a number is a number, what XML has no place for is left out", async () => {
  const { "xl/worksheets/sheet1.xml": sheet } = await parts(
    "表",
    ["a", "b"],
    inPages([["=1+1", 3.5]], [["<&\u0000x", null]]),
  );
  expect(sheet).toContain(
    '<c r="A2" t="inlineStr"><is><t xml:space="preserve">=1+1</t></is></c><c r="B2"><v>3.5</v></c>',
  );
  expect(sheet).toContain('<t xml:space="preserve">&lt;&amp;x</t>');
  expect(sheet?.match(/<row /g)).toHaveLength(3);
});

test("what does not fit on a sheet stands on the next, below the same heads", async () => {
  const rows: Cell[][] = Array.from({ length: 5 }, (_, index) => [index]);
  const files = await parts("A/B", ["head"], inPages(rows), 3);
  const sheets = Object.keys(files).filter((name) => name.includes("sheet") && name.startsWith("xl/worksheets"));
  expect(sheets).toHaveLength(3);
  for (const name of sheets) expect(files[name]).toContain("head");
  expect(files["xl/workbook.xml"]).toContain('name="A B 2"');
  expect(
    Object.values(files)
      .join("")
      .match(/<v>\d<\/v>/g),
  ).toEqual(["<v>0</v>", "<v>1</v>", "<v>2</v>", "<v>3</v>", "<v>4</v>"]);
});

test("a workbook of nothing has its heads", async () => {
  const files = await parts("", ["head"], inPages());
  expect(files["xl/worksheets/sheet1.xml"]).toContain("head");
});
