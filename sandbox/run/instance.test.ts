import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, test } from "vitest";
import { ended } from "./child";
import { isAlive, markOf } from "./identity";
import { claim } from "./instance";
import { Trouble } from "./trouble";

const folder = () => mkdtempSync(path.join(tmpdir(), "instance-"));
const gone = { pid: process.pid, since: "another life" };

test("a process is known by its number and by when it began", () => {
  const mark = markOf(process.pid);
  expect(mark && isAlive(mark)).toBe(true);
  expect(isAlive(gone)).toBe(false);
});

test("a data folder has one launcher at a time", async () => {
  const home = folder();
  const first = await claim(home);
  await expect(claim(home)).rejects.toThrow(Trouble);
  first.release();
  (await claim(home)).release();
});

test("what a killed launcher left running is ended before the next one begins", async () => {
  const home = folder();
  const left = spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)"], { detached: true, stdio: "ignore" });
  const stranger = { ...gone, stopSignal: "SIGTERM" };
  const parts = [{ ...markOf(left.pid ?? 0), stopSignal: "SIGTERM" }, stranger];
  writeFileSync(path.join(home, "run.json"), JSON.stringify({ launcher: gone, parts }));
  const instance = await claim(home);
  expect(await ended(left)).toBe("SIGTERM");
  instance.release();
  expect(existsSync(path.join(home, "run.json"))).toBe(false);
});

test("half a note of a launcher that was killed while it wrote is no obstacle", async () => {
  const home = folder();
  writeFileSync(path.join(home, "run.json"), '{"launcher":');
  const instance = await claim(home);
  expect(JSON.parse(readFileSync(path.join(home, "run.json"), "utf8")).launcher.pid).toBe(process.pid);
  instance.release();
});
