import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { eventually } from "./eventually";
import { openStore } from "./store";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "store-"));
});
afterEach(() => rm(folder, { recursive: true }));

test("what was changed before closing is there after opening again", async () => {
  const file = join(folder, "deep", "store.json");
  const first = await openStore(file, { count: 0, names: [] as string[] });
  for (const name of ["甲", "乙"]) first.change(({ names }) => names.push(name));
  await first.close();
  const again = await openStore(file, { count: 0, names: [] as string[] });
  expect(again.value).toEqual({ count: 0, names: ["甲", "乙"] });
  expect(await readdir(join(folder, "deep"))).toEqual(["store.json"]);
  expect(() => first.change(() => 0)).toThrow("is closed");
});

test("a change reaches the disk by itself, without closing", async () => {
  const file = join(folder, "store.json");
  const store = await openStore(file, { count: 0 }, 1);
  store.change((value) => {
    value.count = 7;
  });
  await eventually(async () => expect(JSON.parse(await readFile(file, "utf8"))).toEqual({ count: 7 }));
  await store.close();
});

test("two stores opened with the same beginnings do not share them", async () => {
  const initial = { names: [] as string[] };
  const one = await openStore(join(folder, "1.json"), initial);
  one.change(({ names }) => names.push("甲"));
  const two = await openStore(join(folder, "2.json"), initial);
  expect(two.value.names).toEqual([]);
  await one.close();
});

test("a field that an older file lacks begins as new", async () => {
  const file = join(folder, "store.json");
  await writeFile(file, '{"count":3}');
  expect((await openStore(file, { count: 0, names: ["甲"] })).value).toEqual({ count: 3, names: ["甲"] });
});

test.each(["", "{", "[]", "null"])("a file holding %j is refused with a sentence that names it", async (content) => {
  const file = join(folder, "store.json");
  await writeFile(file, content);
  await expect(openStore(file, {})).rejects.toThrow(`${file} is not a JSON object`);
});

test("a disk that refuses is reported on closing, and nothing is lost once it accepts again", async () => {
  const blocked = join(folder, "blocked");
  const late = await openStore(join(blocked, "store.json"), { count: 0 }, 60_000);
  await writeFile(blocked, "a file where the folder should be");
  late.change((value) => {
    value.count = 1;
  });
  await expect(late.flush()).rejects.toThrow();
  await rm(blocked);
  await late.close();
  expect(JSON.parse(await readFile(join(blocked, "store.json"), "utf8"))).toEqual({ count: 1 });
});
