import type { OperationOutcome, OperationOutcomeIssue } from "@medplum/fhirtypes";

/** An OperationOutcome with one error. An `id` of `@medplum/core` decides the status where its router answers (else 400). */
export const outcome = (code: OperationOutcomeIssue["code"], text: string, id?: string): OperationOutcome => ({
  resourceType: "OperationOutcome",
  ...(id && { id }),
  issue: [{ severity: "error", code, details: { text } }],
});
