import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, test } from "vitest";
import { eventually } from "../eventually";
import { launch, tellingLine, untilReady } from "./child";
import { type Part, supervise } from "./supervise";

const folder = mkdtempSync(path.join(tmpdir(), "supervise-"));
const instance = { started: () => {}, release: () => {} };
const said = (log: string) => readFileSync(log, "utf8").split("\n").filter(Boolean);

/** A process that writes "up" to its log, and "down" to the common one when it is told to stop. */
function part(name: string, common: string, script = ""): Part {
  const log = path.join(folder, `${name}.log`);
  const body = `
    process.on("SIGTERM", () => { require("fs").appendFileSync(${JSON.stringify(common)}, "${name} down\\n"); process.exit(); });
    ${script}; console.log("up"); setInterval(() => {}, 1000);`;
  return {
    name,
    log,
    spawn: () => launch({ args: ["-e", body], env: process.env, log }),
    ready: (child) => untilReady(child, async () => said(log).includes("up"), log),
    stopSignal: "SIGTERM",
    stopWithin: 5_000,
  };
}

test("parts are stopped in the opposite order of their start", async () => {
  const common = path.join(folder, "order.log");
  const supervisor = supervise(instance, () => {});
  await supervisor.add(part("database", common));
  await supervisor.add(part("web", common));
  supervisor.steady();
  await supervisor.stop();
  expect(said(common)).toEqual(["web down", "database down"]);
});

test("a part that ends by itself is reported, and runs again", async () => {
  const lines: string[] = [];
  const supervisor = supervise(instance, (line) => lines.push(line));
  const children: (number | undefined)[] = [];
  const worker = part("worker", path.join(folder, "again.log"));
  const spawn = () => {
    const child = worker.spawn();
    children.push(child.pid);
    return child;
  };
  await supervisor.add({ ...worker, spawn });
  supervisor.steady();
  process.kill(children[0] ?? 0, "SIGKILL");
  await eventually(() => expect(lines).toHaveLength(2));
  expect(lines[0]).toContain("worker (SIGKILL)");
  expect(lines[1]).toBe("Running again: worker.");
  expect(children).toHaveLength(2);
  await supervisor.stop();
});

test("a part that cannot start says why, in the words of its log", async () => {
  const supervisor = supervise(instance, () => {});
  const broken = part("broken", path.join(folder, "broken-stop.log"), `throw new Error("the folder is corrupt")`);
  await expect(supervisor.add(broken)).rejects.toThrow("the folder is corrupt");
  await supervisor.stop();
});

test("a part that ends while a later one starts fails the start", async () => {
  const supervisor = supervise(instance, () => {});
  const common = path.join(folder, "later.log");
  await supervisor.add({ ...part("worker", common, "process.exit(3)"), ready: undefined });
  const never = { ...part("web", common), ready: () => new Promise<void>(() => {}) };
  await expect(supervisor.add(never)).rejects.toThrow("worker (code 3");
  await supervisor.stop();
});

test("the telling line of an output is its error, or all that the configuration lacks", () => {
  expect(tellingLine("starting\nError: no such host\n    at connect (net.js:1)\n\nNode.js v24.0.0\n")).toBe(
    "no such host",
  );
  expect(tellingLine("2026-11-23 UTC [1] FATAL:  could not open file\n")).toBe("could not open file");
  expect(tellingLine("Configuration: A_KEY: required\nB_KEY: too short\nbye")).toBe(
    "Configuration: A_KEY: required; B_KEY: too short",
  );
  expect(tellingLine("")).toBe("it gave no reason");
});
