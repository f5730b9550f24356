import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { browserTests, reportOf } from "./browser-tests";
import { interruption } from "./interruption";
import { asTable, type ProofRow, proofRows } from "./proof-table";
import { orExplain, Trouble } from "./trouble";

const NAME = /^P\d{1,2}$/;

/**
 * `npm run proof -- P9 P10 --seed 7`: the claims about security and reliability at their full numbers (no names: all that
 * there are). Prints a table, writes `.data/proof.json`, and ends by its result.
 */
async function main() {
  const { positionals, values } = parseArgs({ allowPositionals: true, options: { seed: { type: "string" } } });
  const unknown = positionals.find((name) => !NAME.test(name));
  if (unknown) throw new Trouble(`${unknown} is no claim: name them P1, P2 …`);
  if (values.seed !== undefined && !/^\d{1,10}$/.test(values.seed)) throw new Trouble("--seed takes a whole number.");
  const root = process.cwd();
  const title = positionals.length > 0 ? `\\b(${positionals.join("|")}):` : "\\bP\\d+:";
  const more = {
    PROOF: "full",
    ...(values.seed !== undefined && { PROOF_SEED: values.seed, FUZZ_SEED: values.seed }),
  };
  const { passed, failed } = await browserTests(root, ["e2e/access", "e2e/proof"], {
    signal: interruption(),
    title,
    more,
  });
  const report = reportOf(root);
  const rows: ProofRow[] = existsSync(report) ? proofRows(JSON.parse(readFileSync(report, "utf8"))) : [];
  process.stdout.write(`\n${asTable(rows)}\n`);
  mkdirSync(path.join(root, ".data"), { recursive: true });
  writeFileSync(path.join(root, ".data", "proof.json"), `${JSON.stringify(rows, null, 2)}\n`);
  process.stdout.write(`${passed} passed, ${failed} failed\n`);
  if (failed > 0) process.exitCode = 1;
}

await orExplain(main);
