import { z } from "zod";
import { addMinutes } from "./calendar";
import { CARD_SYSTEM } from "./card-code";

/** Systems of identifiers at the hospital's FHIR server, by kind of number. */
export const identifierSystems = {
  card: CARD_SYSTEM,
  resident_id: "urn:oid:2.16.156.10011.1.3",
  passport: "urn:hospital:passport",
  birth_certificate: "urn:hospital:birth-certificate",
} as const;

export const ICD_10 = "http://hl7.org/fhir/sid/icd-10";
export const ATC = "http://www.whocc.no/atc";

export type RecordKind = "encounter" | "condition" | "allergy" | "medication" | "observation" | "report";

export interface Coding {
  readonly system: string;
  readonly code: string;
  readonly display: string;
}

const diagnosis = z.object({ code: z.string().nullable(), display: z.string() });

/** What stands in `RecordEntry.detail`, per kind. Anything may be missing at the source: then null or empty. */
export const recordDetail = {
  encounter: z.object({
    /** HL7 v3 ActCode: AMB, IMP, EMER, VR … */
    class: z.string().nullable(),
    endAt: z.string().nullable(),
    department: z.string().nullable(),
    reasons: z.array(diagnosis),
    conditionIds: z.array(z.string()),
  }),
  condition: z.object({ clinicalStatus: z.string().nullable(), encounterId: z.string().nullable() }),
  allergy: z.object({
    criticality: z.string().nullable(),
    category: z.string().nullable(),
    reactions: z.array(z.string()),
  }),
  medication: z.object({ status: z.string().nullable(), dosage: z.string().nullable() }),
  observation: z.object({
    category: z.string().nullable(),
    /** A number or a text, as it is shown; components (blood pressure) are joined by " / ". */
    value: z.string().nullable(),
    unit: z.string().nullable(),
    low: z.number().nullable(),
    high: z.number().nullable(),
    interpretation: z.string().nullable(),
  }),
  report: z.object({
    /** HL7 v2 0074: LAB, RAD, CUS … */
    category: z.string().nullable(),
    conclusion: z.string().nullable(),
    /** The values that it is about, by their ids at the source. */
    resultIds: z.array(z.string()),
    /** Numbers of the orders that it answers. */
    basedOn: z.array(z.string()).default([]),
  }),
} as const satisfies Record<RecordKind, z.ZodType>;

export type RecordDetail<Kind extends RecordKind> = z.output<(typeof recordDetail)[Kind]>;

/** One thing of a record, as the hospital's server names it. */
export interface RecordPart {
  readonly kind: RecordKind;
  readonly fhirId: string;
}

/** What the hospital's server said of one thing, before its codes are mapped. */
export type RecordDraft = {
  [Kind in RecordKind]: {
    readonly kind: Kind;
    readonly fhirId: string;
    readonly occurredAt: Date | null;
    readonly codings: readonly Coding[];
    readonly display: string;
    /** Resolved conditions, stopped medicines and encounters that did not take place are not. */
    readonly isActive: boolean;
    readonly detail: RecordDetail<Kind>;
    /** An encounter's reasons, as coded at the source. */
    readonly reasonCodings?: readonly Coding[];
    /** `meta.versionId` and `meta.lastUpdated`, where the server tells them. */
    readonly versionId?: string | null;
    readonly updatedAt?: Date | null;
  };
}[RecordKind];

/** A draft with its codes mapped: a row of `RecordEntry` without its ids. */
export interface MappedEntry {
  readonly kind: RecordKind;
  readonly fhirId: string;
  readonly occurredAt: Date | null;
  readonly code: string | null;
  readonly system: string | null;
  readonly display: string;
  readonly mappedCode: string | null;
  readonly isActive: boolean;
  readonly detail: RecordDetail<RecordKind>;
  readonly versionId: string | null;
  readonly updatedAt: Date | null;
}

/** A record as it comes in: all of it, or what changed since `recordSyncedTo`. */
export interface IncomingRecord {
  readonly isWhole: boolean;
  readonly entries: readonly MappedEntry[];
  readonly mistaken: readonly RecordPart[];
  readonly syncedTo: Date | null;
}

/** Within a day of a whole fetch only changes are asked for, with an overlap for what was being written at the time. */
const WHOLE_FOR_MINUTES = 24 * 60;
const OVERLAP_MINUTES = 5;

/** Since when changes are to be asked for; undefined where the whole record is due. */
export function changesSince(
  record: { readonly wholeAt: Date | null; readonly syncedTo: Date | null },
  now: Date,
): Date | undefined {
  const { wholeAt, syncedTo } = record;
  if (!wholeAt || !syncedTo || wholeAt <= addMinutes(now, -WHOLE_FOR_MINUTES)) return;
  return addMinutes(syncedTo, -OVERLAP_MINUTES);
}

/** `CodeMap` rows as they are looked up. */
export interface CodeMapping {
  readonly system: string;
  readonly code: string;
  readonly targetSystem: string;
  readonly target: string;
}

const targetOf: Partial<Record<RecordKind, string>> = { condition: ICD_10, medication: ATC, allergy: ATC };

/** Every coding of a record that could need a mapping. */
export const codingsOf = (drafts: readonly RecordDraft[]): Coding[] =>
  drafts.flatMap((draft) =>
    draft.kind === "observation"
      ? []
      : [...(draft.kind === "encounter" ? [] : draft.codings), ...(draft.reasonCodings ?? [])],
  );

/** Conditions and reasons become ICD-10, medicines and allergens ATC; what no mapping knows keeps its source code only. */
export function mapRecord(drafts: readonly RecordDraft[], mappings: readonly CodeMapping[]): MappedEntry[] {
  const known = new Map(mappings.map((row) => [`${row.targetSystem}|${row.system}|${row.code}`, row.target]));
  const mapped = (codings: readonly Coding[], target: string): string | null => {
    for (const { system, code } of codings) {
      // icd-10-cm and national extensions of ICD-10 share its three-character categories.
      if (system === target || (target === ICD_10 && system.startsWith(`${ICD_10}-`))) return code;
      const found = known.get(`${target}|${system}|${code}`);
      if (found) return found;
    }
    return null;
  };
  return drafts.map((draft) => {
    const target = targetOf[draft.kind];
    const first = draft.codings[0];
    return {
      kind: draft.kind,
      fhirId: draft.fhirId,
      occurredAt: draft.occurredAt,
      code: first?.code ?? null,
      system: first?.system ?? null,
      display: draft.display,
      mappedCode: target ? mapped(draft.codings, target) : null,
      isActive: draft.isActive,
      versionId: draft.versionId ?? null,
      updatedAt: draft.updatedAt ?? null,
      detail:
        draft.kind === "encounter" && draft.reasonCodings
          ? {
              ...draft.detail,
              reasons: draft.reasonCodings.map((coding) => ({
                code: mapped([coding], ICD_10),
                display: coding.display,
              })),
            }
          : draft.detail,
    };
  });
}
