import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { namespaces } from "../../lib/i18n/namespaces";
import { sourceFiles } from "./source";

type Tree = { [key: string]: string | Tree };

const flat = (tree: Tree, prefix = ""): string[] =>
  Object.entries(tree).flatMap(([key, value]) =>
    typeof value === "string" ? [prefix + key] : flat(value, `${prefix}${key}.`),
  );

const read = (locale: string, namespace: string): Tree =>
  JSON.parse(readFileSync(`lib/i18n/messages/${locale}/${namespace}.json`, "utf8"));

const value = (tree: Tree, key: string): string => {
  const found = key
    .split(".")
    .reduce<string | Tree | undefined>((at, part) => (typeof at === "object" ? at[part] : undefined), tree);
  return typeof found === "string" ? found : "";
};

const placeholders = (text: string) => [...new Set([...text.matchAll(/\{(\w+)/g)].map((match) => match[1]))].sort();

test("the namespaces are the files of both languages", () => {
  for (const locale of ["zh-CN", "en"])
    expect(readdirSync(`lib/i18n/messages/${locale}`).sort()).toEqual(
      [...namespaces].map((name) => `${name}.json`).sort(),
    );
});

test("each message stands in Chinese and in English, with the same placeholders", () => {
  const differences: string[] = [];
  for (const namespace of namespaces) {
    const zh = read("zh-CN", namespace);
    const en = read("en", namespace);
    const keys = new Set([...flat(zh), ...flat(en)]);
    for (const key of keys) {
      const pair = [value(zh, key), value(en, key)] as const;
      if (!pair[0] || !pair[1]) differences.push(`${namespace}.${key} is missing in ${pair[0] ? "en" : "zh-CN"}`);
      else if (placeholders(pair[0]).join() !== placeholders(pair[1]).join())
        differences.push(`${namespace}.${key} has other placeholders`);
    }
  }
  expect(differences).toEqual([]);
});

test("every message that the code names by a literal key exists", { timeout: 60_000 }, () => {
  const { stdout } = spawnSync("node_modules/.bin/tsc", ["--noEmit", "-p", "e2e/gates/tsconfig.messages.json"], {
    encoding: "utf8",
  });
  // Keys that are put together at run time cannot be looked up: their parts are states and codes of the domain.
  const missing = stdout
    .split("\n")
    .filter((line) => /Argument of type '"[^`]*"' is not assignable .*MessageKeys/.test(line));
  expect(missing).toEqual([]);
});

test("no message is unused", () => {
  const code = sourceFiles("app/**/*.{ts,tsx}", "components/**/*.{ts,tsx}", "lib/**/*.{ts,tsx}")
    .map((file) => readFileSync(file, "utf8"))
    .join("\n");
  // A key counts as used where its last part stands as a word of its own in the code, or where its parent is
  // reached by a computed key (`t(`status.${…}`)`).
  const computed = new Set([...code.matchAll(/`([\w.]*)\$\{/g)].map((match) => match[1] ?? ""));
  const unused = namespaces.flatMap((namespace) =>
    flat(read("zh-CN", namespace))
      .filter((key) => {
        const last = key.split(".").at(-1) ?? "";
        const parents = key.split(".").map((_, index, parts) => parts.slice(0, index).join("."));
        const isComputed = parents.some(
          (parent) => parent && [...computed].some((prefix) => prefix && `${parent}.`.endsWith(prefix)),
        );
        return !isComputed && !new RegExp(`[."'\`]${last}["'\`]|\\b${last}\\b`).test(code);
      })
      .map((key) => `${namespace}.${key}`),
  );
  expect(unused).toEqual([]);
});

test("no component carries text of its own", () => {
  const han = /[\u4e00-\u9fff]/;
  // The styleguide shows the primitives with sample words, while developing.
  const files = sourceFiles("app/**/*.tsx", "components/**/*.tsx").filter((file) => !file.includes("/styleguide"));
  const strays = files.filter((file) =>
    readFileSync(file, "utf8")
      .split("\n")
      .some((line) => han.test(line.replace(/\/\/.*$|\/?\*.*$/, ""))),
  );
  expect(strays).toEqual([]);
});
