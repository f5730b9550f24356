import { randomUUID } from "node:crypto";
import type { Bundle } from "@medplum/fhirtypes";
import { z } from "zod";
import type { Person } from "./person";

export const resultForm = z.object({
  cardNumber: z.string(),
  /** The number on the slip. */
  number: z.string().regex(/^TS\d{6,20}$/),
  conclusion: z.string().min(1).max(200),
});

/** What the laboratory writes into the record: a final report that names the order it answers. */
export function resultBundle(person: Person, { number, conclusion }: z.output<typeof resultForm>, at: Date): Bundle {
  const fullUrl = `urn:uuid:${randomUUID()}`;
  return {
    resourceType: "Bundle",
    type: "transaction",
    entry: [
      {
        fullUrl,
        request: { method: "POST", url: "DiagnosticReport" },
        resource: {
          resourceType: "DiagnosticReport",
          status: "final",
          category: [{ coding: [{ system: "http://terminology.hl7.org/CodeSystem/v2-0074", code: "LAB" }] }],
          code: { text: "复查结果 Follow-up result" },
          subject: { reference: `Patient/${person.fhirId}` },
          basedOn: [{ identifier: { value: number } }],
          effectiveDateTime: at.toISOString(),
          issued: at.toISOString(),
          conclusion,
        },
      },
    ],
  };
}
