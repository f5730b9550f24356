import "server-only";
import { z } from "zod";
import type { RecordDraft } from "@/lib/domain/record";
import {
  codeOf,
  codingsOf,
  concept,
  concepts,
  displayOf,
  id,
  list,
  moment,
  number,
  period,
  quantity,
  text,
  UNNAMED,
} from "./parts";

const measured = z.object({ valueQuantity: quantity, valueCodeableConcept: concept, valueString: text });
const limits = list(z.object({ low: quantity, high: quantity }));

// Synthea's quantities carry a dozen decimals; no instrument does.
const shown = (value: number) => String(Math.round(value * 100) / 100);

const reading = (from: z.output<typeof measured>): string | null =>
  from.valueQuantity?.value !== undefined
    ? shown(from.valueQuantity.value)
    : (from.valueString ?? displayOf(from.valueCodeableConcept) ?? null);

/** A measurement as an entry of the record; null where it was entered by mistake. */
export const observation = z
  .object({
    id,
    status: text,
    category: concepts,
    code: concept,
    effectiveDateTime: moment,
    effectivePeriod: period,
    issued: moment,
    ...measured.shape,
    component: list(measured),
    referenceRange: limits,
    interpretation: concepts,
    valueBoolean: z.boolean().optional().catch(undefined),
    valueInteger: number,
  })
  .transform((from): RecordDraft | null => {
    if (from.status === "entered-in-error" || from.status === "cancelled") return null;
    const parts = from.component.flatMap((part) => reading(part) ?? []);
    const [range] = from.referenceRange;
    const plain = from.valueInteger ?? from.valueBoolean;
    return {
      kind: "observation",
      fhirId: from.id,
      occurredAt: from.effectiveDateTime ?? from.effectivePeriod?.start ?? from.issued,
      codings: codingsOf(from.code),
      display: displayOf(from.code) ?? UNNAMED,
      isActive: true,
      detail: {
        category: codeOf(from.category[0]),
        value: reading(from) ?? (plain === undefined ? parts.join(" / ") || null : String(plain)),
        unit: from.valueQuantity?.unit ?? from.component[0]?.valueQuantity?.unit ?? null,
        low: range?.low?.value ?? null,
        high: range?.high?.value ?? null,
        interpretation: codeOf(from.interpretation[0]),
      },
    };
  });
