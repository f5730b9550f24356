import { grades } from "./screen-severity";

export const knowledgeKinds = ["interactions", "contraindications"] as const;
export type KnowledgeKind = (typeof knowledgeKinds)[number];

/** The columns of a hospital's own table, in any order; the first line of the file names them. */
export const knowledgeColumns: Readonly<Record<KnowledgeKind, readonly string[]>> = {
  interactions: ["atcA", "atcB", "severity", "mechanismZh", "mechanismEn", "adviceZh", "adviceEn", "source"],
  contraindications: [
    ...["atc", "kind", "icd10", "underMonths", "severity", "mechanismZh", "mechanismEn", "adviceZh", "adviceEn"],
    "source",
  ],
};

type Cells = Readonly<Record<string, string>>;

/** A row as it is stored, and what it is known by within its table. */
export interface KnowledgeRow {
  readonly key: string;
  readonly cells: Readonly<Record<string, string | number | null>>;
}

const ATC = /^[A-Z](\d{2}([A-Z]([A-Z](\d{2})?)?)?)?$/;
const ICD10 = /^[A-Z]\d{2}(\.[0-9A-Z]{1,4})?$/;
const TEXTS = ["mechanismZh", "mechanismEn", "adviceZh", "adviceEn", "source"] as const;
const LONGEST = 500;
const kinds = ["diagnosis", "pregnancy", "lactation", "kidney", "liver", "age"];

const textFault = (cells: Cells): string | undefined => {
  const bad = TEXTS.find((name) => !cells[name] || cells[name].length > LONGEST);
  return bad && `${bad} is ${cells[bad] ? `longer than ${LONGEST} characters` : "empty"}`;
};

/**
 * One line of a hospital's table, checked: the row as it is stored, or what is wrong with it. A pair is kept in one order,
 * whichever way it was written.
 */
export function knowledgeRow(kind: KnowledgeKind, cells: Cells): KnowledgeRow | { readonly fault: string } {
  const fault = (kind === "interactions" ? pairFault(cells) : contraindicationFault(cells)) ?? textFault(cells);
  if (fault) return { fault };
  const texts = Object.fromEntries(["severity", ...TEXTS].map((name) => [name, cells[name] ?? ""]));
  if (kind === "interactions") {
    const [atcA = "", atcB = ""] = [cells.atcA ?? "", cells.atcB ?? ""].sort();
    return { key: `${atcA} ${atcB}`, cells: { atcA, atcB, ...texts } };
  }
  const { atc = "", kind: against = "", icd10 = "", underMonths = "" } = cells;
  const months = underMonths === "" ? null : Number(underMonths);
  return { key: `${atc} ${against} ${icd10}`, cells: { atc, kind: against, icd10, underMonths: months, ...texts } };
}

const severityFault = ({ severity = "" }: Cells) =>
  grades.includes(severity) ? undefined : `severity is none of ${grades.join(", ")}`;

function pairFault(cells: Cells): string | undefined {
  const bad = (["atcA", "atcB"] as const).find((name) => !ATC.test(cells[name] ?? ""));
  return bad ? `${bad} is no ATC code or prefix` : severityFault(cells);
}

function contraindicationFault(cells: Cells): string | undefined {
  const { atc = "", kind = "", icd10 = "", underMonths = "" } = cells;
  if (!ATC.test(atc)) return "atc is no ATC code or prefix";
  if (!kinds.includes(kind)) return `kind is none of ${kinds.join(", ")}`;
  if ((kind === "diagnosis") !== (icd10 !== "")) return "icd10 goes with the kind diagnosis, and with no other";
  if (icd10 !== "" && !ICD10.test(icd10)) return "icd10 is no ICD-10 code or category";
  if ((kind === "age") !== (underMonths !== "")) return "underMonths goes with the kind age, and with no other";
  if (underMonths !== "" && !/^\d{1,4}$/.test(underMonths)) return "underMonths is no number of months";
  return severityFault(cells);
}
