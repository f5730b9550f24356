import { readdirSync, readFileSync } from "node:fs";
import { setting } from "./settings";

const read = (file: string): string => {
  try {
    return readFileSync(file, "latin1");
  } catch {
    // A process that has ended meanwhile, or another user's.
    return "";
  }
};

/** Bytes of memory that the web server has now; nothing where the system does not say (it is not Linux). */
export function webMemory(): number | undefined {
  const isWeb = (pid: string) => {
    const environment = read(`/proc/${pid}/environ`).split("\0");
    return environment.includes("PGAPPNAME=web") && environment.includes(`NEXTAUTH_URL=${setting("BASE_URL")}`);
  };
  try {
    const kilobytes = readdirSync("/proc")
      .filter((name) => /^\d+$/.test(name) && isWeb(name))
      .map((pid) => Number(/^VmRSS:\s+(\d+)/m.exec(read(`/proc/${pid}/status`))?.[1] ?? 0));
    return kilobytes.length > 0 ? kilobytes.reduce((sum, one) => sum + one, 0) * 1024 : undefined;
  } catch {
    return undefined;
  }
}
