import { expect, test } from "vitest";
import { importsOf, sourceFiles } from "./source";

/** Who may know whom: a room's files import from these rooms, themselves and packages; `type:` allows types alone. */
const mayKnow: Record<string, readonly string[]> = {
  app: [
    "app",
    "components",
    "live",
    "web",
    "auth",
    "queries",
    "commands",
    "flows",
    "domain",
    "i18n",
    "gateways/realtime",
    "gateways/ice",
    "env",
  ],
  components: ["components", "live", "domain", "i18n", "type:queries"],
  live: ["live", "domain", "type:queries"],
  web: ["web", "auth", "db", "flows", "gateways", "domain", "i18n", "env", "errors", "log"],
  flows: [
    "flows",
    "commands",
    "queries",
    "gateways",
    "auth/second-factor",
    "auth/passkey",
    "auth/password",
    "auth/recovery",
    "auth/pending-wechat",
    "db",
    "domain",
    "i18n",
    "env",
    "errors",
    "log",
  ],
  jobs: ["jobs", "flows", "commands", "queries", "gateways", "db", "domain", "env", "errors", "log"],
  commands: ["domain", "db", "errors"],
  queries: ["queries", "domain", "db", "errors", "i18n"],
  auth: ["auth", "domain", "db", "gateways", "env", "errors", "log"],
  db: ["db", "domain", "env", "errors"],
  gateways: ["gateways", "domain", "env", "errors", "log"],
  domain: ["domain", "errors"],
  i18n: ["i18n", "env"],
  env: [],
  errors: [],
  log: ["env"],
  proxy: ["env"],
  instrumentation: ["env"],
  sandbox: ["sandbox", "prisma/seed", "lib/db/migrate"],
};

/** Rooms that are free to import anything of ours but the application's pages. */
const free = /^(prisma\/seed|e2e|bench|lib\/testing)\//;

function roomOf(path: string): string {
  if (path.startsWith("lib/")) return path.split("/")[1]?.replace(/\.ts$/, "") ?? path;
  return path.split("/")[0]?.replace(/\.tsx?$/, "") ?? path;
}

const isOurs = (path: string) =>
  /^(app|components|lib|prisma|sandbox|e2e|bench|proxy|instrumentation)(\/|$)/.test(path);

function isAllowed(room: string, target: string, isTypeOnly: boolean): boolean {
  const allowed = mayKnow[room] ?? [];
  const bare = target.replace(/^lib\//, "");
  return allowed.some((entry) => {
    if (entry.startsWith("type:")) return isTypeOnly && roomOf(target) === entry.slice(5);
    return roomOf(target) === entry || bare.startsWith(`${entry}/`) || bare === entry || target.startsWith(entry);
  });
}

test("each room imports only from the rooms that it may know", () => {
  const broken: string[] = [];
  for (const file of sourceFiles(
    "app/**/*.{ts,tsx}",
    "components/**/*.{ts,tsx}",
    "lib/**/*.ts",
    "lib/**/*.tsx",
    "sandbox/**/*.ts",
    "*.ts",
  )) {
    const room = roomOf(file);
    if (free.test(file) || !(room in mayKnow)) continue;
    for (const { from, isTypeOnly } of importsOf(file))
      if (isOurs(from) && !isAllowed(room, from, isTypeOnly)) broken.push(`${file} → ${from}`);
  }
  expect(broken).toEqual([]);
});

test("nothing of the application imports a stand-in", () => {
  const broken = sourceFiles("app/**/*.{ts,tsx}", "components/**/*.{ts,tsx}", "lib/**/*.{ts,tsx}")
    .filter((file) => !free.test(file))
    .flatMap((file) =>
      importsOf(file)
        .filter(({ from }) => from.startsWith("sandbox"))
        .map(({ from }) => `${file} → ${from}`),
    );
  expect(broken).toEqual([]);
});

test("no command imports another command", () => {
  const broken = sourceFiles("lib/commands/**/*.ts").flatMap((file) =>
    importsOf(file)
      .filter(({ from }) => from.startsWith("lib/commands"))
      .map(({ from }) => `${file} → ${from}`),
  );
  expect(broken).toEqual([]);
});

/** What computes from its input alone may be used where everything does. */
const purePackages = ["zod", "pinyin-pro", "@vant/area-data"];

test("the domain is pure: it imports its own files, errors and pure packages alone, never waits and never asks the clock", async () => {
  const { readFileSync } = await import("node:fs");
  const broken = sourceFiles("lib/domain/**/*.ts").flatMap((file) => {
    const packages = importsOf(file).filter(
      ({ from, isTypeOnly }) => !isTypeOnly && !isOurs(from) && !purePackages.includes(from),
    );
    const text = readFileSync(file, "utf8");
    const impure = /\bawait\b|new Date\(\)|Date\.now\(|Math\.random\(|process\./.test(text);
    return [...packages.map(({ from }) => `${file} → ${from}`), ...(impure ? [`${file} is not pure`] : [])];
  });
  expect(broken).toEqual([]);
});

test("the environment is read in env.ts alone", async () => {
  const { readFileSync } = await import("node:fs");
  const readers = sourceFiles("app/**/*.{ts,tsx}", "components/**/*.{ts,tsx}", "lib/**/*.{ts,tsx}", "proxy.ts").filter(
    (file) =>
      file !== "lib/env.ts" && !/^lib\/db\/migrate/.test(file) && readFileSync(file, "utf8").includes("process.env"),
  );
  expect(readers).toEqual([]);
});

test("files that must stay on the server say so", async () => {
  const { readFileSync } = await import("node:fs");
  const silent = sourceFiles("lib/{auth,commands,db,flows,gateways,jobs,queries,web}/**/*.ts").filter((file) => {
    const text = readFileSync(file, "utf8");
    const hasWork =
      /^export (async )?(function|const)/m.test(text) && !/^lib\/(web\/input|auth\/cookie|db\/id)\.ts$/.test(file);
    return hasWork && !text.includes('import "server-only"');
  });
  expect(silent).toEqual([]);
});
