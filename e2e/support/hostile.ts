import fc from "fast-check";
import type { z } from "zod";
import { samplesOf } from "./door-inputs";

const deep = (levels: number): unknown => (levels === 0 ? "x" : [deep(levels - 1)]);

/** Values of the wrong kind, of the wrong size, and of the kinds that break parsers. */
const nasty = [
  ...[
    null,
    true,
    0,
    -1,
    1.5,
    Number.MAX_SAFE_INTEGER,
    1e308,
    "",
    " ",
    "\u0000",
    "\ud800",
    "\u202e\u2066abc",
    "\u{1f469}\u200d\u{1f467}",
  ],
  ...[
    "x".repeat(100_000),
    "雀".repeat(30_000),
    "' OR 1=1 --",
    "<script>alert(1)</script>",
    "%24%7B7*7%7D",
    "../../etc/passwd",
  ],
  ...["0001-01-01", "9999-12-31", "00000000-0000-0000-0000-000000000000", "__proto__", "constructor"],
  ...[[], {}, deep(400), Array.from({ length: 5_000 }, () => "x"), { toString: "x" }],
  JSON.parse('{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}'),
];

type Holder = Record<string | number, unknown>;

/** Every place of a value at which something can stand; bytes are one thing. */
function places(value: unknown, at: readonly string[] = []): (readonly string[])[] {
  if (typeof value !== "object" || value === null || ArrayBuffer.isView(value)) return [at];
  return [at, ...Object.entries(value).flatMap(([key, part]) => places(part, [...at, key]))];
}

function put(value: unknown, at: readonly string[], what: unknown): unknown {
  if (at.length === 0) return what;
  const copy = structuredClone(value);
  let holder = copy as Holder;
  for (const step of at.slice(0, -1)) holder = holder[step] as Holder;
  holder[at.at(-1) ?? ""] = what;
  return copy;
}

const anything = fc.anything({ withNullPrototype: true, withDate: false, maxDepth: 3 });

/** Inputs for a schema that it should refuse: a good one with a place spoilt, a stray field, or anything at all. */
export function hostileInputs(schema: z.ZodType): fc.Arbitrary<unknown> {
  const spoilt = samplesOf(schema).flatMap(({ input }) =>
    places(input).map((at) =>
      fc.oneof(fc.constantFrom<unknown>(...nasty), anything).map((what) => put(input, at, what)),
    ),
  );
  const stray = samplesOf(schema).map(({ input }) =>
    fc
      .tuple(fc.constantFrom("accountId", "role", "amountFen", "status", "__proto__", "then", "雀"), anything)
      .map(([key, what]) => put(input, [key], what)),
  );
  return fc.oneof(...spoilt, ...stray, fc.constantFrom<unknown>(...nasty), anything);
}
