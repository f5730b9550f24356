import { existsSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { browserTests, reportOf } from "./browser-tests";
import { unconfigured } from "./environment";
import { interruption } from "./interruption";
import { asTable, checkedRows, type ProofRow, proofRows } from "./proof-table";
import { sum, vitestTally } from "./tally";
import { tool } from "./tool";
import { orExplain, Trouble } from "./trouble";

const NAME = /^(?:P\d{1,2}|S8)$/;

/**
 * `npm run proof -- P9 P10 --seed 7`: the claims about security and reliability, and the reports' figures (S8), at their full numbers (no names: all that
 * there are). Prints a table, writes `.data/proof.json`, and ends by its result.
 */
async function main() {
  const { positionals, values } = parseArgs({ allowPositionals: true, options: { seed: { type: "string" } } });
  const unknown = positionals.find((name) => !NAME.test(name));
  if (unknown) throw new Trouble(`${unknown} is no claim: name them P1, P2 … or S8`);
  if (values.seed !== undefined && !/^\d{1,10}$/.test(values.seed)) throw new Trouble("--seed takes a whole number.");
  const root = process.cwd();
  const title = positionals.length > 0 ? `\\b(${positionals.join("|")}):` : "\\b(P\\d+|S8):";
  const more = {
    PROOF: "full",
    ...(values.seed !== undefined && { PROOF_SEED: values.seed, FUZZ_SEED: values.seed }),
  };
  const signal = interruption();
  const report = path.join(root, ".data", "reports", "proof.json");
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
  const env = { ...unconfigured(process.env), ...more };
  rmSync(report, { force: true });
  rmSync(reportOf(root), { force: true });
  const onDatabase = vitestTally(
    report,
    await tool("vitest/vitest.mjs", ["run", "e2e/proof", "-t", title, "--passWithNoTests", ...reporters], env, signal),
  );
  const inBrowser = new RegExp(title);
  const specs = globSync(["e2e/access/*.spec.ts", "e2e/proof/*.spec.ts"], { cwd: root });
  const browser = specs.some((file) => inBrowser.test(readFileSync(path.join(root, file), "utf8")))
    ? await browserTests(root, ["e2e/access", "e2e/proof"], { signal, title, more })
    : sum([]);
  const { passed, failed } = sum([onDatabase, browser]);
  const read = (file: string) => (existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : undefined);
  const [checked, played] = [read(report), read(reportOf(root))];
  const rows: ProofRow[] = [...(checked ? checkedRows(checked) : []), ...(played ? proofRows(played) : [])];
  process.stdout.write(`\n${asTable(rows)}\n`);
  mkdirSync(path.join(root, ".data"), { recursive: true });
  writeFileSync(path.join(root, ".data", "proof.json"), `${JSON.stringify(rows, null, 2)}\n`);
  process.stdout.write(`${passed} passed, ${failed} failed\n`);
  if (failed > 0) process.exitCode = 1;
}

await orExplain(main);
