/** Trouble on command, for tests of what the application does when Stripe is not at its best. Gone with a restart. */
import { z } from "zod";

const rate = z.number().min(0).max(1).default(0);
const milliseconds = z.int().min(0).max(600_000).default(0);

const schema = z.strictObject({
  /** Share of events whose webhook is never sent; they stay in `GET /v1/events`. */
  dropWebhooks: rate,
  /** Share of events sent a second time. */
  doubleWebhooks: rate,
  /** Every webhook waits this long. */
  delayWebhooksMs: milliseconds,
  /** Every webhook waits a random time up to this, so that they overtake each other. */
  shuffleWebhooksMs: milliseconds,
  /** Share of new refunds that end as failed. */
  refundsFail: rate,
  /** API and payment page hang up without an answer, and webhooks wait. */
  down: z.boolean().default(false),
  /** API answers come this much later; the work itself is done at once. */
  slowMs: milliseconds,
  /** Makes the draws above repeatable. */
  seed: z.int().optional(),
});

export type FaultSettings = z.output<typeof schema>;
export type Faults = {
  readonly settings: FaultSettings;
  /** Replaces all settings by `wanted`; what it leaves out heals. Returns the first thing wrong with it, if any. */
  replace(wanted: unknown): string | undefined;
  /** Draws: true for this share of the calls. */
  strikes(rate: number): boolean;
  /** Draws how long the next webhook waits, in milliseconds. */
  webhookDelayMs(): number;
};

export function noFaults(): Faults {
  let settings = schema.parse({});
  let draw = Math.random;
  return {
    get settings() {
      return settings;
    },
    replace(wanted) {
      const read = schema.safeParse(wanted);
      if (!read.success) return z.prettifyError(read.error);
      settings = read.data;
      draw = settings.seed === undefined ? Math.random : seededDraw(settings.seed);
      return undefined;
    },
    strikes: (share) => share > 0 && draw() < share,
    webhookDelayMs: () => settings.delayWebhooksMs + Math.floor(draw() * settings.shuffleWebhooksMs),
  };
}

/** Mulberry32: small, and even enough to pick webhooks with. */
function seededDraw(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
