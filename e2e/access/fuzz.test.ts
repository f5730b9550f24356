import { readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import { doorSchemas, samplesOf } from "../support/door-inputs";
import { hostileInputs } from "../support/hostile";

const SEED = Number(process.env.FUZZ_SEED ?? Math.floor(Math.random() * 2 ** 31));
const EACH = 300;
/** Longer than that on one input, of the processor's time and each time anew, is a way to keep the server busy. */
const MOST_MS = 250;

const codes = new Set(Object.keys(JSON.parse(readFileSync("lib/i18n/messages/en/errors.json", "utf8"))));

async function isSlow(work: () => Promise<unknown>): Promise<boolean> {
  for (let attempt = 0; attempt < 3; attempt += 1) {
    const before = process.cpuUsage();
    await work();
    const { user, system } = process.cpuUsage(before);
    if ((user + system) / 1_000 < MOST_MS) return false;
  }
  return true;
}

const refusedByZod = (message: string) => !/^[a-z0-9_]+$/.test(message);

test("P4: no schema of any door throws, hangs, lets a prototype through or refuses with a code that has no words", {
  timeout: 60_000,
}, async () => {
  process.stdout.write(`P4 seed ${SEED} (FUZZ_SEED repeats it)\n`);
  const doors = await doorSchemas();
  expect(doors.length).toBeGreaterThan(50);
  for (const { name, schema } of doors)
    await fc.assert(
      fc.asyncProperty(hostileInputs(schema), async (input) => {
        const parsed = await schema.safeParseAsync(input);
        expect(await isSlow(() => schema.safeParseAsync(input)), `${name} takes too long`).toBe(false);
        expect(({} as Record<string, unknown>).polluted, name).toBeUndefined();
        for (const { message } of parsed.error?.issues ?? [])
          expect(refusedByZod(message) || codes.has(message), `${name}: ${message} has no words`).toBe(true);
      }),
      { seed: SEED, numRuns: EACH },
    );
});

test("P2: for every door that takes an id there is an input that its schema takes, so that the id is what is looked at", async () => {
  const refused = (await doorSchemas()).filter(({ schema }) => {
    const samples = samplesOf(schema).filter(({ ids }) => ids.length > 0);
    return samples.length > 0 && !samples.some(({ input }) => schema.safeParse(input).success);
  });
  expect(refused.map(({ name }) => `${name}: give its fields words in e2e/support/door-inputs`)).toEqual([]);
});
