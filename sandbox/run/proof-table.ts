/** One claim as it came out. */
export interface ProofRow {
  readonly test: string;
  readonly isMet: boolean;
  readonly goal: string;
  readonly reached: string;
  readonly seed: string;
  readonly seconds: number;
}

interface Annotation {
  readonly type: string;
  readonly description?: string;
}

/** What counts in a suite of Playwright's reporter "json". */
export interface Suite {
  readonly suites?: readonly Suite[];
  readonly specs?: readonly {
    readonly ok: boolean;
    readonly title: string;
    readonly tests: readonly {
      readonly annotations: readonly Annotation[];
      readonly results: readonly { readonly duration: number }[];
    }[];
  }[];
}

/** The claims of a report, in the order in which they ran. */
export const proofRows = ({ suites = [], specs = [] }: Suite): ProofRow[] => [
  ...specs.map(({ ok, title, tests }) => {
    const noted = (type: string) =>
      tests.flatMap(({ annotations }) => annotations).findLast((one) => one.type === type)?.description ?? "";
    const spent = tests.flatMap(({ results }) => results).reduce((sum, { duration }) => sum + duration, 0);
    return {
      ...{ test: title, isMet: ok, goal: noted("goal"), reached: noted("reached"), seed: noted("seed") },
      seconds: Math.round(spent / 1_000),
    };
  }),
  ...suites.flatMap(proofRows),
];

/** What counts in a report of vitest's reporter "json". */
export interface Checked {
  readonly testResults: readonly {
    readonly assertionResults: readonly {
      readonly title: string;
      readonly status: string;
      readonly duration?: number;
    }[];
  }[];
}

/** The claims that were proved on the database alone; those that were not asked for are left out. */
export const checkedRows = ({ testResults }: Checked): ProofRow[] =>
  testResults
    .flatMap(({ assertionResults }) => assertionResults)
    .filter(({ status }) => status === "passed" || status === "failed")
    .map(({ title, status, duration = 0 }) => ({
      ...{ test: title, isMet: status === "passed", goal: "", reached: "", seed: "" },
      seconds: Math.round(duration / 1_000),
    }));

/** A paragraph each, since what was reached is a sentence. */
export const asTable = (rows: readonly ProofRow[]): string =>
  rows
    .map(({ test, isMet, goal, reached, seed, seconds }) =>
      [
        `${isMet ? "✓" : "✗"} ${test}`,
        ...(goal ? [`    goal     ${goal}`] : []),
        ...(reached ? [`    reached  ${reached}`] : []),
        `    ${seed ? `seed ${seed}, ` : ""}${seconds} s`,
      ].join("\n"),
    )
    .join("\n");
