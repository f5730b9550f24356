import { mkdirSync } from "node:fs";
import path from "node:path";
import { buildApplication } from "./build";
import type { Env } from "./child";
import { copyDatabase, EMPTY_DATABASE, urls } from "./database";
import { applicationEnvironment, unconfigured } from "./environment";
import { type OutsideName, outsideNames } from "./outside";
import { standInsPart, webPart, workerPart } from "./parts";
import { selfSignedSeal } from "./pdf-seal";
import { anyPort } from "./ports";
import { step } from "./progress";
import { supervise } from "./supervise";
import { logStatements, startTestCluster } from "./test-cluster";
import { testEnvironment, testLogins } from "./test-environment";

export interface TestHospital {
  /** The application's environment, and where tests find everything. */
  readonly env: Env;
  stop(): Promise<void>;
}

/** A whole hospital for browser tests: every outside system a stand-in, with a database, ports and a build of its own. */
export async function startTestHospital(root: string, signal: AbortSignal): Promise<TestHospital> {
  const { cluster, instance, home, statementLog, stop } = await step("Test database", () =>
    // One at a time in a clone: they share a build.
    startTestCluster(root, "browser", logStatements),
  );
  const supervisor = supervise(instance, (line) => process.stderr.write(`${line}\n`));
  const stopAll = () => supervisor.stop().then(stop);
  try {
    await copyDatabase(cluster, "browser");
    const standIns = {} as Record<OutsideName, number>;
    for (const name of outsideNames) standIns[name] = await anyPort();
    const port = await anyPort();
    const env = applicationEnvironment({
      configured: { ...unconfigured(process.env), STORAGE_DRIVER: "disk" },
      secrets: { ...testEnvironment, PDF_SEAL_P12: selfSignedSeal(testEnvironment.PDF_SEAL_PASSPHRASE) },
      standIns,
      database: urls(cluster, testLogins, "browser"),
      home,
      port,
      distDir: ".next-test",
    });
    await step(
      "Test build",
      () => buildApplication(root, env, signal),
      (isNew) => (isNew ? "done" : "unchanged"),
    );

    const logs = path.join(root, ".data", "reports");
    for (const folder of ["files", "stand-ins"]) mkdirSync(path.join(home, folder), { mode: 0o700 });
    const place = { env, logs, host: "127.0.0.1", port, isDev: false };
    await step("Hospital", async () => {
      await supervisor.add(standInsPart(place, Object.values(standIns)));
      await supervisor.add(workerPart(place));
      await supervisor.add(webPart(place));
      supervisor.steady();
    });
    const addresses = outsideNames.map((name) => [`${name.toUpperCase()}_URL`, `http://127.0.0.1:${standIns[name]}`]);
    const empty = urls(cluster, testLogins, EMPTY_DATABASE);
    const tests = {
      ...{ ...Object.fromEntries(addresses), BASE_URL: env.NEXTAUTH_URL, STATEMENT_LOG: statementLog },
      ...{ EMPTY_DATABASE_URL: empty.DATABASE_URL, EMPTY_DATABASE_OWNER_URL: empty.DATABASE_OWNER_URL },
      EMPTY_PORT: String(await anyPort()),
    };
    return { env: { ...env, ...tests }, stop: stopAll };
  } catch (error) {
    await stopAll();
    throw error;
  }
}
