import type { Severity } from "./finding";

/** How grave knowledge says it is, the gravest first. */
export const grades: readonly string[] = ["contraindicated", "major", "moderate", "minor"];

const severities: Readonly<Record<string, Severity>> = {
  contraindicated: "stop",
  major: "reason",
  moderate: "note",
  minor: "note",
};

/** What a grade asks of the doctor; a grade nobody knows asks for a reason. */
export const severityOf = (grade: string): Severity => severities[grade] ?? "reason";
