import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { policy } from "../../lib/domain/policy";
import { sourceFiles } from "./source";

const files = sourceFiles("app/**/*.{ts,tsx}", "components/**/*.{ts,tsx}", "lib/**/*.{ts,tsx}");
const serverFiles = files.filter((file) => /^\s*"use server"/m.test(readFileSync(file, "utf8")));

/** Verbs that a file's actions, routes or webhooks name. */
const verbsIn = (file: string) =>
  [...readFileSync(file, "utf8").matchAll(/\b(?:action|flowAction|route|commandRoute)\(\s*"([^"]+)"/g)].map(
    (m) => m[1] ?? "",
  );

test("a server action lives in an actions.ts of app and nowhere else", () => {
  expect(serverFiles.filter((file) => !/^app\/.*\/actions\.ts$/.test(file))).toEqual([]);
});

test("an actions.ts exports nothing but the results of action() and flowAction()", () => {
  const strays = serverFiles.flatMap((file) =>
    readFileSync(file, "utf8")
      .split("\n")
      .filter(
        (line) =>
          line.startsWith("export ") &&
          !/^export const \w+ = (action|flowAction)\($|^export const \w+ = (action|flowAction)\("/.test(line),
      )
      .map((line) => `${file}: ${line}`),
  );
  expect(strays).toEqual([]);
});

test("every route handler is made by route() or webhook(), or is one of the framework's own doors", () => {
  const own = new Set(["app/api/auth/[...nextauth]/route.ts", "app/api/health/route.ts"]);
  const strays = files
    .filter((file) => /^app\/.*\/route\.ts$/.test(file) && !own.has(file))
    .flatMap((file) =>
      [...readFileSync(file, "utf8").matchAll(/^export (?:const|async function|function) (\w+)(.*)$/gm)]
        .filter((match) => !/= (route|commandRoute|webhook)\(/.test(match[2] ?? ""))
        .map((match) => `${file}: ${match[1]}`),
    );
  expect(strays).toEqual([]);
});

test("every verb that a door names is declared in the policy", () => {
  const unknown = files
    .filter((file) => file.startsWith("app/"))
    .flatMap((file) => verbsIn(file).filter((verb) => !(verb in policy)));
  expect(unknown).toEqual([]);
});

test("every verb of the policy has a command, a query or a flow that asks for it", () => {
  const text = files.map((file) => (file === "lib/domain/policy.ts" ? "" : readFileSync(file, "utf8"))).join("\n");
  expect(Object.keys(policy).filter((verb) => !text.includes(`"${verb}"`))).toEqual([]);
});
