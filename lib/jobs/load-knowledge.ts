import path from "node:path";
import { knowledgeColumns, knowledgeKinds } from "@/lib/domain/knowledge-file";
import { faultsIn, kindOf, loadKnowledge, returnToTable } from "./knowledge";

const usage = [
  "npm run knowledge -- KIND FILE.csv [--dry-run]",
  "npm run knowledge -- KIND --use NUMBER   (a table that was loaded before)",
  ...knowledgeKinds.map((kind) => `  ${kind}: ${knowledgeColumns[kind].join(",")}`),
].join("\n");

/** `npm run knowledge -- interactions table.csv [--dry-run]`: checks a hospital's own table, and puts it in force where every line is good. */
async function main(): Promise<string> {
  const [word, file] = process.argv.slice(2).filter((argument) => !argument.startsWith("--"));
  const kind = kindOf(word);
  if (!kind || !file) throw new Error(usage);
  if (process.argv.includes("--use")) {
    await returnToTable(kind, Number(file), new Date());
    return `${kind} are table ${file} again`;
  }
  const faults = await faultsIn(kind, file);
  if (faults.length > 0) throw new Error([...faults, `Nothing was loaded: ${faults.length} lines at fault`].join("\n"));
  if (process.argv.includes("--dry-run")) return "Every line is good; nothing was loaded (--dry-run)";
  const { number, rows } = await loadKnowledge(kind, file, path.basename(file), new Date());
  return `${rows} ${kind} are in force as table ${number}`;
}

main().then(
  (text) => {
    process.stdout.write(`${text}\n`);
    process.exit(0);
  },
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(1);
  },
);
