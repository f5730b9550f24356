// What every command of the project runs first, so it is plain JavaScript that the Node of a fresh machine can read:
// installs what is missing, then hands over to Node 24 of node_modules.  node sandbox/run/boot.mjs ENTRY [ARGUMENTS]
import { spawn } from "node:child_process";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { install } from "./install.mjs";

const root = fileURLToPath(new URL("../..", import.meta.url));
const [entry, ...args] = process.argv.slice(2);

process.chdir(root);
const problem = install(root);
if (problem) {
  process.stderr.write(`${problem}\n`);
  process.exit(1);
}

const bin = path.join(root, "node_modules", ".bin");
const child = spawn(path.join(bin, "node"), ["--import", "tsx", path.join("sandbox", "run", `${entry}.ts`), ...args], {
  stdio: "inherit",
  env: { ...process.env, PATH: `${bin}${path.delimiter}${process.env.PATH}`, NEXT_TELEMETRY_DISABLED: "1" },
});
// A signal from elsewhere may reach this process alone, one from the terminal reaches both: the child takes either once.
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
// npm hands a signal that it gets only to its shell, which leaves us behind: its end is the signal then.
const parent = process.ppid;
const watch = () => process.ppid !== parent && child.kill("SIGTERM");
if (process.env.npm_lifecycle_event) setInterval(watch, 500);
child.on("exit", (code, signal) => process.exit(signal ? 1 : code));
