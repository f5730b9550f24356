import { existsSync, rmSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { browserTests, reportOf } from "./browser-tests";
import { generateClient } from "./build";
import { unconfigured } from "./environment";
import { playwrightFailures, vitestFailures } from "./failures";
import { interruption } from "./interruption";
import { seconds, step } from "./progress";
import { inWords, single, sum, type Tally, vitestTally } from "./tally";
import { tool } from "./tool";
import { orExplain, Trouble } from "./trouble";

const root = process.cwd();
const signal = interruption();
const env = unconfigured(process.env);
const reports = path.join(root, ".data", "reports");
const biome = (...args: string[]) => tool("@biomejs/biome/bin/biome", args, env, signal).then(single);

const checks: Record<string, () => Promise<Tally>> = {
  format: () => biome("format"),
  lint: () => biome("check", "--formatter-enabled=false", "--error-on-warnings"),
  types: async () => {
    if (!existsSync("next-env.d.ts")) await tool("next/dist/bin/next", ["typegen"], env, signal);
    return single(await tool("typescript/bin/tsc", ["--noEmit"], env, signal));
  },
  tests: async () => {
    const report = path.join(reports, "vitest.json");
    const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
    return vitestTally(report, await tool("vitest/vitest.mjs", ["run", ...reporters], env, signal));
  },
};

/** `npm test`, and `npm run check` (`--no-browser`): every check there is; the last line counts them all. */
async function main() {
  const { "no-browser": isShort = false } = parseArgs({ options: { "no-browser": { type: "boolean" } } }).values;
  await step(
    "Database client",
    () => generateClient(root, signal),
    (isNew) => (isNew ? "done" : "unchanged"),
  );
  const all = isShort ? checks : { ...checks, browser: () => browserTests(root, [], { signal }) };
  rmSync(reports, { recursive: true, force: true });
  const results: { name: string; tally: Tally; ms: number }[] = [];
  for (const [name, check] of Object.entries(all)) {
    process.stdout.write(`\n── ${name}\n`);
    const since = performance.now();
    const tally = await check().catch(explained);
    results.push({ name, tally, ms: performance.now() - since });
  }
  process.stdout.write("\n");
  for (const failure of [...vitestFailures(path.join(reports, "vitest.json")), ...playwrightFailures(reportOf(root))])
    process.stdout.write(`${failure}\n\n`);
  for (const { name, tally, ms } of results)
    process.stdout.write(`${tally.failed > 0 ? "✗" : "✓"} ${name.padEnd(8)} ${inWords(tally)} (${seconds(ms)})\n`);
  const total = sum(results.map(({ tally }) => tally));
  process.stdout.write(`${inWords(total)}\n`);
  if (total.failed > 0) process.exitCode = 1;
}

function explained(error: unknown): Tally {
  signal.throwIfAborted();
  process.stderr.write(`${error instanceof Trouble ? error.message : String(error)}\n`);
  return single(false);
}

await orExplain(main);
