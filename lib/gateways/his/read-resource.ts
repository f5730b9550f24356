import "server-only";
import { z } from "zod";
import type { RecordDraft, RecordKind } from "@/lib/domain/record";
import {
  type Concept,
  codeOf,
  codingsOf,
  concept,
  concepts,
  displayOf,
  id,
  list,
  moment,
  period,
  reference,
  referredId,
  text,
  UNNAMED,
} from "./parts";
import { observation } from "./read-observation";
import { updatedAtOf, versionIdOf } from "./resource-meta";

const iso = (at: Date | null | undefined) => at?.toISOString() ?? null;

const encounter = z
  .object({
    id,
    status: text,
    class: z.object({ code: text }).optional().catch(undefined),
    type: concepts,
    serviceType: concept,
    serviceProvider: reference,
    reasonCode: concepts,
    diagnosis: list(z.object({ condition: reference })),
    period,
  })
  .transform((from): RecordDraft | null => {
    if (from.status === "entered-in-error") return null;
    const isPast =
      from.status === undefined || ["arrived", "triaged", "in-progress", "onleave", "finished"].includes(from.status);
    const codings = from.type.flatMap(codingsOf);
    return {
      kind: "encounter",
      fhirId: from.id,
      occurredAt: from.period?.start ?? null,
      codings,
      display: displayOf(from.type[0]) ?? displayOf(from.serviceType) ?? UNNAMED,
      isActive: isPast,
      reasonCodings: from.reasonCode.flatMap(codingsOf),
      detail: {
        class: from.class?.code ?? null,
        endAt: iso(from.period?.end),
        department: displayOf(from.serviceType) ?? from.serviceProvider?.display ?? null,
        reasons: [],
        conditionIds: from.diagnosis.flatMap(({ condition }) => referredId(condition) ?? []),
      },
    };
  });

/** Conditions and allergies: refuted and mistaken entries are none. */
const isMistake = (verification: Concept) => ["refuted", "entered-in-error"].includes(codeOf(verification) ?? "");

const condition = z
  .object({
    id,
    clinicalStatus: concept,
    verificationStatus: concept,
    code: concept,
    encounter: reference,
    onsetDateTime: moment,
    onsetPeriod: period,
    recordedDate: moment,
  })
  .transform((from): RecordDraft | null => {
    if (isMistake(from.verificationStatus)) return null;
    const status = codeOf(from.clinicalStatus);
    return {
      kind: "condition",
      fhirId: from.id,
      occurredAt: from.onsetDateTime ?? from.onsetPeriod?.start ?? from.recordedDate,
      codings: codingsOf(from.code),
      display: displayOf(from.code) ?? UNNAMED,
      isActive: status === null || ["active", "recurrence", "relapse"].includes(status),
      detail: { clinicalStatus: status, encounterId: referredId(from.encounter) },
    };
  });

const allergy = z
  .object({
    id,
    clinicalStatus: concept,
    verificationStatus: concept,
    criticality: text,
    category: list(z.string()),
    code: concept,
    recordedDate: moment,
    onsetDateTime: moment,
    reaction: list(z.object({ manifestation: concepts, substance: concept })),
  })
  .transform((from): RecordDraft | null => {
    if (isMistake(from.verificationStatus)) return null;
    const status = codeOf(from.clinicalStatus);
    return {
      kind: "allergy",
      fhirId: from.id,
      occurredAt: from.onsetDateTime ?? from.recordedDate,
      codings: [...codingsOf(from.code), ...from.reaction.flatMap(({ substance }) => codingsOf(substance))],
      display: displayOf(from.code) ?? UNNAMED,
      isActive: status === null || status === "active",
      detail: {
        criticality: from.criticality ?? null,
        category: from.category[0] ?? null,
        reactions: from.reaction.flatMap(({ manifestation }) => manifestation.flatMap((sign) => displayOf(sign) ?? [])),
      },
    };
  });

const medication = z
  .object({
    id,
    status: text,
    medicationCodeableConcept: concept,
    medicationReference: reference,
    contained: list(z.object({ id, code: concept })),
    authoredOn: moment,
    dosageInstruction: list(z.object({ text })),
  })
  .transform((from): RecordDraft | null => {
    if (from.status === "entered-in-error" || from.status === "draft") return null;
    const inside = from.contained.find((one) => from.medicationReference?.reference === `#${one.id}`);
    const medicine = inside?.code ?? from.medicationCodeableConcept;
    return {
      kind: "medication",
      fhirId: from.id,
      occurredAt: from.authoredOn,
      codings: codingsOf(medicine),
      display: displayOf(medicine) ?? from.medicationReference?.display ?? UNNAMED,
      isActive: from.status === "active" || from.status === "on-hold",
      detail: {
        status: from.status ?? null,
        dosage: from.dosageInstruction.flatMap((line) => line.text ?? []).join("; ") || null,
      },
    };
  });

/** Said and signed; what is preliminary, or was taken back, is not. */
const SAID = ["final", "amended", "corrected", "appended"];

const report = z
  .object({
    id,
    status: text,
    category: concepts,
    code: concept,
    effectiveDateTime: moment,
    effectivePeriod: period,
    issued: moment,
    conclusion: text,
    result: list(reference),
    basedOn: list(z.object({ identifier: z.object({ value: text }).optional().catch(undefined) })),
  })
  .transform((from): RecordDraft | null => {
    if (from.status === "entered-in-error" || from.status === "cancelled") return null;
    return {
      kind: "report",
      fhirId: from.id,
      occurredAt: from.effectiveDateTime ?? from.effectivePeriod?.start ?? from.issued,
      codings: codingsOf(from.code),
      display: displayOf(from.code) ?? UNNAMED,
      isActive: from.status === undefined || SAID.includes(from.status),
      detail: {
        category: codeOf(from.category[0]) ?? null,
        conclusion: from.conclusion ?? null,
        resultIds: from.result.flatMap((one) => referredId(one) ?? []),
        basedOn: from.basedOn.flatMap(({ identifier }) => identifier?.value ?? []),
      },
    };
  });

const readers = { encounter, condition, allergy, medication, observation, report } as const satisfies Record<
  RecordKind,
  z.ZodType
>;

/** A resource as an entry of the record; null where it has no id, or was entered by mistake. Never throws. */
export function readResource(kind: RecordKind, resource: unknown): RecordDraft | null {
  const draft = readers[kind].safeParse(resource).data;
  if (!draft) return null;
  return { ...draft, versionId: versionIdOf(resource), updatedAt: updatedAtOf(resource) };
}
