import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";

const OLDEST_NODE = [20, 9];

/**
 * Brings node_modules to the state of the lock file, if it is not.
 * @param {string} root folder of package-lock.json
 * @returns {string | undefined} what went wrong, in one line
 */
export function install(root) {
  const [major, minor] = process.versions.node.split(".").map(Number);
  if (major < OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor < OLDEST_NODE[1]))
    return `Node ${process.versions.node} is too old: install Node ${OLDEST_NODE.join(".")} or newer (https://nodejs.org).`;
  if (isInstalled(root)) return undefined;

  process.stdout.write("Installing packages …\n");
  const npm = process.env.npm_execpath;
  const args = ["ci", "--no-audit", "--no-fund", "--loglevel=error"];
  // Prisma's own install would download an engine that nothing here uses, unless it is told of one.
  const env = { ...process.env, PRISMA_SCHEMA_ENGINE_BINARY: process.execPath };
  const run = npm?.endsWith("js")
    ? spawnSync(process.execPath, [npm, ...args], { cwd: root, stdio: "inherit", env })
    : spawnSync("npm", args, { cwd: root, stdio: "inherit", env, shell: process.platform === "win32" });
  if (run.status !== 0) return "npm ci failed (its reason stands above): is the npm registry reachable?";
  if (!isInstalled(root)) return "npm ci ended well, yet packages are missing: delete node_modules and try again.";
  return undefined;
}

/**
 * Whether npm's own record of node_modules agrees with the lock file, and Node 24 is there.
 * @param {string} root
 */
export function isInstalled(root) {
  const wanted = packages(path.join(root, "package-lock.json"));
  const present = packages(path.join(root, "node_modules", ".package-lock.json"));
  if (!wanted || !present || !existsSync(path.join(root, "node_modules", ".bin", "node"))) return false;
  return Object.entries(wanted).every(([place, { version, optional, peer }]) => {
    if (place === "") return true;
    const found = present[place];
    return found ? found.version === version : Boolean(optional || peer);
  });
}

/** @param {string} file */
function packages(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8")).packages;
  } catch {
    return undefined;
  }
}
