import { spawn } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import type { Env } from "./child";

/** Runs a tool of node_modules on our terminal; whether it ended well. */
export async function tool(script: string, args: readonly string[], env: Env, signal: AbortSignal): Promise<boolean> {
  signal.throwIfAborted();
  const file = path.join("node_modules", script);
  const child = spawn(process.execPath, [file, ...args], { stdio: "inherit", env: env as NodeJS.ProcessEnv });
  const abort = () => child.kill("SIGTERM");
  signal.addEventListener("abort", abort);
  await once(child, "exit").finally(() => signal.removeEventListener("abort", abort));
  signal.throwIfAborted();
  return child.exitCode === 0;
}
