import { existsSync, mkdirSync, readdirSync, rmSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { buildApplication, generateClient } from "./build";
import { admitApplication, makeDatabase, prepareDatabase, urls } from "./database";
import { applicationEnvironment } from "./environment";
import { claim } from "./instance";
import { interruption } from "./interruption";
import { publishMenu } from "./menu";
import { outside, standInsFor } from "./outside";
import { postgresPart, standInsPart, webPart, workerPart } from "./parts";
import { portBook } from "./port-book";
import { isTaken } from "./ports";
import { type Cluster, createCluster } from "./postgres";
import { step } from "./progress";
import { screen } from "./screen";
import { type Secrets, secretsOf } from "./secrets";
import { type Supervisor, supervise } from "./supervise";
import { orExplain, reason, Trouble } from "./trouble";

const root = process.cwd();
const home = path.join(root, ".data");

/** `npm start` (`--dev`: with hot reload; `--fresh`: without anything of before). */
async function main() {
  const options = { dev: { type: "boolean" }, fresh: { type: "boolean" } } as const;
  const { dev: isDev = false, fresh: isFresh = false } = parseArgs({ options }).values;
  if (existsSync(".env")) process.loadEnvFile(".env");
  const signal = interruption();
  const untilInterrupted = new Promise((resolve) => signal.addEventListener("abort", resolve));

  const instance = await claim(home);
  const supervisor = supervise(instance, (line) => process.stderr.write(`${line}\n`));
  try {
    if (isFresh) forgetEverything();
    const shown = await startAll(supervisor, isDev, signal);
    supervisor.steady();
    process.stdout.write(shown);
    await untilInterrupted;
  } catch (error) {
    if (!signal.aborted) throw error;
  } finally {
    if (signal.aborted) process.stdout.write("\nStopping …\n");
    await supervisor.stop();
    instance.release();
    if (signal.aborted) process.stdout.write("Stopped.\n");
  }
}

/** Starts everything in order; returns what to show when it runs. */
async function startAll(supervisor: Supervisor, isDev: boolean, signal: AbortSignal): Promise<string> {
  const { PORT = "3000", HOST = "127.0.0.1", DATABASE_URL, DATABASE_OWNER_URL, SEED } = process.env;
  const port = await webPort(PORT, HOST);
  const hasDemo = !DATABASE_URL || SEED === "demo";
  const standInNames = standInsFor(process.env, hasDemo);
  const data = path.join(home, "postgres");
  const secrets = secretsOf(home, existsSync(data));
  const book = portBook(home);
  await step("Database client", () => generateClient(root, signal), madeOrUnchanged);

  let database = { DATABASE_URL: DATABASE_URL ?? "", DATABASE_OWNER_URL: DATABASE_OWNER_URL || DATABASE_URL || "" };
  let admit = async () => {};
  if (!DATABASE_URL) {
    const cluster: Cluster = { folder: data, port: await book("postgres", 5433), password: secrets.POSTGRES_PASSWORD };
    database = await step("PostgreSQL", () => startEmbedded(supervisor, cluster, secrets));
    admit = () => admitApplication(cluster);
  }

  const standIns: Record<string, number> = {};
  for (const name of standInNames) standIns[name] = await book(name, outside[name].firstPort);
  const distDir = ".next";
  const env = applicationEnvironment({ configured: process.env, secrets, standIns, database, home, port, distDir });
  await step(
    "Schema and data",
    () => prepareDatabase(env, hasDemo, signal),
    (done) => done,
  );
  await admit();
  if (!isDev) await step("Build", () => buildApplication(root, env, signal), madeOrUnchanged);

  for (const folder of ["files", "stand-ins", "logs"])
    mkdirSync(path.join(home, folder), { recursive: true, mode: 0o700 });
  const logs = path.join(home, "logs");
  const place = { env, logs, host: HOST, port, isDev };
  if (standInNames.length > 0)
    await step("Stand-ins", () => supervisor.add(standInsPart(place, Object.values(standIns))));
  await step("Worker", () => supervisor.add(workerPart(place)));
  await step("Web server", () => supervisor.add(webPart(place)));
  if (standInNames.includes("wechat")) await step("Menu in WeChat", () => publishMenu(env, signal));
  return screen({ url: env.NEXTAUTH_URL ?? "", hasDemo, standIns, logs: path.relative(root, logs) });
}

async function startEmbedded(supervisor: Supervisor, cluster: Cluster, secrets: Secrets) {
  const logins = {
    ownerPassword: secrets.POSTGRES_OWNER_PASSWORD,
    applicationPassword: secrets.POSTGRES_APPLICATION_PASSWORD,
  };
  createCluster(cluster);
  await supervisor.add(postgresPart(cluster));
  await makeDatabase(cluster, logins).catch((error: unknown) => {
    throw new Trouble(`The database in .data/postgres: ${reason(error)}. To begin anew: npm start -- --fresh`);
  });
  return urls(cluster, logins);
}

async function webPort(text: string, host: string): Promise<number> {
  const port = Number(text);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) throw new Trouble(`PORT is "${text}", which is no port.`);
  // Browsers may look for "localhost" under either address.
  for (const address of new Set([host, "127.0.0.1", "::1"]))
    if (await isTaken(port, address))
      throw new Trouble(`Port ${port} is taken (or not allowed): choose another, as in PORT=${port + 1} npm start`);
  return port;
}

/** Everything of this install but what tests keep, and the note that it is ours. */
function forgetEverything() {
  for (const name of readdirSync(home))
    if (name !== "test" && name !== "run.json") rmSync(path.join(home, name), { recursive: true, force: true });
}

const madeOrUnchanged = (isNew: boolean) => (isNew ? "done" : "unchanged");

await orExplain(main);
