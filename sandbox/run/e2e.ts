import { browserTests } from "./browser-tests";
import { interruption } from "./interruption";
import { inWords } from "./tally";
import { orExplain } from "./trouble";

/** `npm run e2e -- NAME`: the browser tests whose path contains NAME. */
async function main() {
  const tally = await browserTests(process.cwd(), process.argv.slice(2), { signal: interruption() });
  process.stdout.write(`\n${inWords(tally)}\n`);
  if (tally.failed > 0) process.exitCode = 1;
}

await orExplain(main);
