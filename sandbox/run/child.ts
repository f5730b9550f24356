import { type ChildProcess, type SpawnOptions, spawn } from "node:child_process";
import { once } from "node:events";
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, renameSync, statSync } from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { Trouble } from "./trouble";

const FULL_LOG = 5 * 1024 * 1024;

/** Next.js narrows `NodeJS.ProcessEnv`; ours is what a process is started with. */
export type Env = Record<string, string | undefined>;

export interface Launch {
  readonly file?: string;
  readonly args: readonly string[];
  readonly env: Env;
  /** Where its output goes; without one, to our own terminal. */
  readonly log?: string;
  readonly options?: SpawnOptions;
}

/**
 * Starts a process that leads a group of its own, so that Ctrl-C at the terminal reaches it through us alone.
 * Without `file` it is a script for this Node.
 */
export function launch({ file = process.execPath, args, env, log, options }: Launch): ChildProcess {
  const output = log === undefined ? "inherit" : openLog(log);
  const child = spawn(file, args, {
    ...options,
    env: env as NodeJS.ProcessEnv,
    detached: true,
    stdio: ["ignore", output, output],
  });
  if (typeof output === "number") closeSync(output);
  return child;
}

function openLog(log: string): number {
  mkdirSync(path.dirname(log), { recursive: true });
  if (existsSync(log) && statSync(log).size > FULL_LOG) renameSync(log, `${log}.1`);
  return openSync(log, "a", 0o600);
}

/** Resolves when the process has ended, with how. */
export async function ended(child: ChildProcess): Promise<string> {
  if (child.exitCode === null && child.signalCode === null) await once(child, "exit");
  return child.signalCode ?? `code ${child.exitCode}`;
}

/** Runs a process to its end and returns its output; throws `Trouble` with `what` and its reason when it fails. */
export async function complete(
  what: string,
  { file = process.execPath, args, env, options }: Launch,
  signal: AbortSignal,
) {
  const child = spawn(file, args, { ...options, env: env as NodeJS.ProcessEnv, stdio: ["ignore", "pipe", "pipe"] });
  const abort = () => child.kill("SIGTERM");
  signal.addEventListener("abort", abort);
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream?.setEncoding("utf8").on("data", (text) => (output += text));
  await once(child, "close").finally(() => signal.removeEventListener("abort", abort));
  signal.throwIfAborted();
  if (child.exitCode !== 0) throw new Trouble(`${what}: ${tellingLine(output)}`);
  return output;
}

/** Waits until `check` says so; throws when the process ends before, with the line of its log that tells why. */
export async function untilReady(child: ChildProcess, check: () => Promise<boolean>, log?: string): Promise<void> {
  const before = sizeOf(log);
  while (!(await check())) {
    if (child.exitCode !== null || child.signalCode !== null)
      throw new Trouble(log ? tellingLine(readFrom(log, before)) : `ended with ${await ended(child)}`);
    await sleep(50);
  }
}

/** How much of a log there is; nothing where there is none. */
export const sizeOf = (log: string | undefined): number =>
  log ? (statSync(log, { throwIfNoEntry: false })?.size ?? 0) : 0;

/** What a log holds from that size on. */
export const readFrom = (log: string, size: number): string => readFileSync(log).subarray(size).toString("utf8");

/** Whether the server answers there over HTTP, with anything but a fault of its own. */
export const answers = (url: string) => async (): Promise<boolean> =>
  fetch(url, { redirect: "manual", signal: AbortSignal.timeout(30_000) }).then(
    async (response) => {
      await response.body?.cancel();
      return response.status < 500;
    },
    () => false,
  );

/** The one line of a program's output that says what went wrong. */
export function tellingLine(output: string): string {
  const lines = output
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "" && !/^at |^npm |^Node\.js v/.test(line));
  const configuration = lines.findLastIndex((line) => line.startsWith("Configuration:"));
  if (configuration >= 0) return [lines[configuration], ...variables(lines.slice(configuration + 1))].join("; ");
  const line = lines.findLast((text) => /FATAL|PANIC|Error\b|error:/.test(text)) ?? lines.at(-1);
  return line?.replace(/^.*?(FATAL|PANIC|[Ee]rror):\s*/, "") ?? "it gave no reason";
}

// The configuration names what is missing or wrong a line each.
function variables(lines: readonly string[]): string[] {
  const end = lines.findIndex((line) => !/^[A-Z0-9_]+: /.test(line));
  return lines.slice(0, end < 0 ? lines.length : end);
}
