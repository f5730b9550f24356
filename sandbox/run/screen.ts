import { DEMO_PIN, demoSignIns } from "../../prisma/seed/sign-ins";
import { type OutsideName, outside } from "./outside";

const PER_ROLE = 2;

interface Facts {
  readonly url: string;
  /** Whether the database holds the demonstration's people. */
  readonly hasDemo: boolean;
  readonly standIns: Partial<Record<OutsideName, number>>;
  readonly logs: string;
}

/** What stays on the terminal: where to go, who to be, and what is not the real world. */
export function screen({ url, hasDemo, standIns, logs }: Facts): string {
  const names = Object.keys(standIns) as OutsideName[];
  const rows = names.map((key) => [outside[key].name, `http://127.0.0.1:${standIns[key]}`, outside[key].shows]);
  return [
    "",
    `  Internet hospital   ${url}`,
    ...(hasDemo ? ["", "  Sign in as", ...table(signInRows())] : []),
    ...(hasDemo ? ["", `  Doctors and pharmacists sign with the PIN ${DEMO_PIN}`] : []),
    ...(rows.length > 0 ? ["", "  Stand-ins for systems that are not configured", ...table(rows)] : []),
    "",
    `  Logs in ${logs} · Ctrl-C stops everything`,
    "",
  ].join("\n");
}

function signInRows(): string[][] {
  const roles = [...new Set(demoSignIns.map(({ role }) => role))];
  return roles.flatMap((role) => {
    const people = demoSignIns.filter((signIn) => signIn.role === role);
    const shown = people.slice(0, PER_ROLE).map(({ account, password, note }) => [role, account, password, note]);
    const more = people.length - shown.length;
    return more > 0 ? [...shown.slice(0, -1), [...(shown.at(-1) ?? []), `and ${more} more`]] : shown;
  });
}

/** Rows as lines, each column as wide as its widest cell. */
function table(rows: readonly (readonly string[])[]): string[] {
  const widths: number[] = [];
  for (const row of rows)
    for (const [index, cell] of row.entries()) widths[index] = Math.max(widths[index] ?? 0, width(cell));
  return rows.map((row) =>
    `    ${row.map((cell, index) => cell + " ".repeat((widths[index] ?? 0) - width(cell))).join("  ")}`.trimEnd(),
  );
}

// Chinese characters take two places on a terminal.
const width = (text: string) => [...text].reduce((sum, char) => sum + (/[\u2e80-\uffef]/.test(char) ? 2 : 1), 0);
