import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { stripVTControlCharacters } from "node:util";

/** So much of a message as says what was expected. */
const LINES = 12;

interface VitestReport {
  readonly testResults: readonly {
    readonly name: string;
    readonly status: string;
    readonly message?: string;
    readonly assertionResults: readonly { status: string; fullName: string; failureMessages: readonly string[] }[];
  }[];
}

interface Suite {
  readonly suites?: readonly Suite[];
  readonly specs?: readonly {
    readonly ok: boolean;
    readonly title: string;
    readonly file: string;
    readonly tests: readonly { readonly results: readonly { readonly errors: readonly { message?: string }[] }[] }[];
  }[];
}

/** What failed by vitest's reporter "json", a paragraph each; nothing where there is no report. */
export const vitestFailures = (file: string): string[] =>
  (read<VitestReport>(file)?.testResults ?? []).flatMap((one) => {
    const name = path.relative(process.cwd(), one.name);
    const failed = one.assertionResults.filter(({ status }) => status === "failed");
    if (one.status === "failed" && failed.length === 0) return [paragraph(name, [one.message ?? ""])];
    return failed.map(({ fullName, failureMessages }) => paragraph(`${name} › ${fullName}`, failureMessages));
  });

/** What failed by Playwright's reporter "json", a paragraph each; nothing where there is no report. */
export const playwrightFailures = (file: string): string[] => inSuite(read<Suite>(file) ?? {});

const inSuite = ({ suites = [], specs = [] }: Suite): string[] => [
  ...specs
    .filter(({ ok }) => !ok)
    .map((spec) => {
      const errors = spec.tests.flatMap(({ results }) => results.flatMap((result) => result.errors));
      return paragraph(
        `${spec.file} › ${spec.title}`,
        errors.map(({ message = "" }) => message),
      );
    }),
  ...suites.flatMap(inSuite),
];

const paragraph = (name: string, messages: readonly string[]): string =>
  [`✗ ${name}`, ...messages.flatMap((message) => stripVTControlCharacters(message).split("\n").slice(0, LINES))].join(
    "\n    ",
  );

function read<Report>(file: string): Report | undefined {
  return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : undefined;
}
