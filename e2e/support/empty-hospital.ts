import { type ChildProcess, execFile, spawn } from "node:child_process";
import { promisify } from "node:util";
import { expect } from "@playwright/test";
import { setting } from "./settings";

const NEXT = "node_modules/next/dist/bin/next";

export interface EmptyHospital {
  /** Runs the command of whoever runs the machine: the first administrator. Returns the link that it prints. */
  firstAdmin(staffNo: string, nameZh: string, nameEn: string): Promise<string>;
  stop(): Promise<void>;
}

/**
 * A web server over a database in which nobody is yet. Until `stop`, everything of `e2e/support` speaks with this hospital instead of the
 * demonstration one.
 */
export async function openEmptyHospital(): Promise<EmptyHospital> {
  const port = setting("EMPTY_PORT");
  const address = `http://localhost:${port}`;
  const before = { BASE_URL: setting("BASE_URL"), DATABASE_OWNER_URL: setting("DATABASE_OWNER_URL") };
  const own = {
    ...{ NEXTAUTH_URL: address, DATABASE_URL: setting("EMPTY_DATABASE_URL") },
    DATABASE_OWNER_URL: setting("EMPTY_DATABASE_OWNER_URL"),
  };
  const env = { ...process.env, ...own, NODE_ENV: "production" as const, NODE_OPTIONS: "" };
  const server = spawn(process.execPath, [NEXT, "start", "--hostname", "127.0.0.1", "--port", port], {
    env,
    stdio: "ignore",
  });
  Object.assign(process.env, { BASE_URL: address, DATABASE_OWNER_URL: own.DATABASE_OWNER_URL });
  const stop = async () => {
    Object.assign(process.env, before);
    await ended(server);
  };
  try {
    await expect
      .poll(
        () =>
          fetch(`${address}/api/health`).then(
            ({ ok }) => ok,
            () => false,
          ),
        { timeout: 30_000 },
      )
      .toBe(true);
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    stop,
    firstAdmin: async (...person) => {
      const args = ["--conditions=react-server", "--import", "tsx", "lib/jobs/first-admin.ts", ...person];
      const { stdout } = await promisify(execFile)(process.execPath, args, { env });
      return /https?:\S+/.exec(stdout)?.[0] ?? "";
    },
  };
}

async function ended(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null) return;
  const gone = new Promise((resolve) => server.once("exit", resolve));
  server.kill("SIGTERM");
  await gone;
}
