import { appendFile, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { openJournal } from "./journal";

type Bill = { readonly id: string; readonly fen: number };

let folder: string;
let file: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "journal-"));
  file = join(folder, "deep", "bills.jsonl");
});
afterEach(() => rm(folder, { recursive: true }));

function open() {
  const journal = openJournal(file);
  return { journal, bills: journal.table<Bill>("bills") };
}

test("what was added, revised and removed is so after opening again, in the old order", () => {
  const { journal, bills } = open();
  journal.commit(() => {
    for (const id of ["甲", "乙", "丙"]) bills.add({ id, fen: 1 });
  });
  const first = bills.get("甲");
  journal.commit(() => {
    if (first) bills.revise(first, { fen: 2 });
    bills.remove("乙");
  });
  expect(first).toEqual({ id: "甲", fen: 2 });
  const expected = [
    { id: "甲", fen: 2 },
    { id: "丙", fen: 1 },
  ];
  // Opened a second time without closing the first: a killed process would not have closed it either.
  expect(open().bills.all()).toEqual(expected);
  journal.compact();
  journal.commit(() => bills.add({ id: "丁", fen: 4 }));
  journal.close();
  expect(open().bills.all()).toEqual([...expected, { id: "丁", fen: 4 }]);
});

test("a change costs one line, whatever lies there already", async () => {
  const { journal, bills } = open();
  for (let index = 0; index < 100; index += 1) journal.commit(() => bills.add({ id: `bill-${index}`, fen: 1 }));
  const before = (await readFile(file)).length;
  journal.commit(() => bills.add({ id: "last", fen: 1 }));
  expect((await readFile(file, "utf8")).slice(before)).toBe('[["bills",{"id":"last","fen":1}]]\n');
  journal.commit(() => bills.get("last"));
  expect((await readFile(file, "utf8")).slice(before).split("\n")).toHaveLength(2);
});

test("a change that throws is kept as far as it came, since those who hold the items see it too", () => {
  const { journal, bills } = open();
  const refused = () =>
    journal.commit(() => {
      bills.add({ id: "declined", fen: 1 });
      throw new Error("declined");
    });
  expect(refused).toThrow("declined");
  expect(open().bills.get("declined")).toEqual({ id: "declined", fen: 1 });
});

test("a last line cut short is left out", async () => {
  const { journal, bills } = open();
  journal.commit(() => bills.add({ id: "whole", fen: 1 }));
  await appendFile(file, '[["bills",{"id":"ha');
  expect(open().bills.all()).toEqual([{ id: "whole", fen: 1 }]);
});

test.each(["{}", "[1]", "nonsense", '{"count":1}'])("a file holding the line %s is refused by name", async (line) => {
  open().journal.close();
  await writeFile(file, `${line}\n`);
  expect(open).toThrow(`${file} is not a journal`);
});
