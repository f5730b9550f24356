import { globSync, readFileSync } from "node:fs";

export interface Import {
  readonly from: string;
  readonly isTypeOnly: boolean;
}

const IMPORT = /^\s*(?:import|export)\s+(type\s+)?(?:[\w*{}\s,$]+?\s+from\s+)?"([^"]+)"/gm;
const DYNAMIC = /\bimport\(\s*(?:"([^"]+)"|`([^`$]+))/g;
const TYPE_QUERY = /\bimport\("([^"]+)"\)\./g;

/** The project's own TypeScript files, tests and generated code left out. */
export function sourceFiles(...patterns: string[]): string[] {
  return globSync(patterns, { exclude: (name) => name === "node_modules" || name === "generated" })
    .filter((file) => !/\.(test|spec|db\.test)\.tsx?$/.test(file))
    .sort();
}

/** What a file imports, with paths of our own written from the project's root. */
export function importsOf(file: string): Import[] {
  const text = readFileSync(file, "utf8");
  const typeQueries = new Set([...text.matchAll(TYPE_QUERY)].map((match) => match[1]));
  const found = [
    ...[...text.matchAll(IMPORT)].map((match) => ({ from: match[2] ?? "", isTypeOnly: match[1] !== undefined })),
    ...[...text.matchAll(DYNAMIC)].map((match) => {
      const from = match[1] ?? match[2] ?? "";
      return { from, isTypeOnly: typeQueries.has(from) };
    }),
  ];
  return found
    .filter(({ from }) => !from.endsWith(".css"))
    .map((entry) => ({ ...entry, from: fromRoot(file, entry.from) }));
}

function fromRoot(file: string, specifier: string): string {
  if (specifier.startsWith("@/")) return specifier.slice(2);
  if (!specifier.startsWith(".")) return specifier;
  const parts = file.split("/").slice(0, -1);
  for (const part of specifier.split("/")) {
    if (part === "..") parts.pop();
    else if (part !== ".") parts.push(part);
  }
  return parts.join("/");
}
