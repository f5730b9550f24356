import type { CapabilityStatement } from "@medplum/fhirtypes";
import { searchParametersOf, servedTypes } from "./definitions";

/** What this server can do, as `GET metadata` tells it. `base` is the absolute address of the FHIR root. */
export function capabilityStatement(base: string, since: Date): CapabilityStatement {
  return {
    resourceType: "CapabilityStatement",
    status: "active",
    date: since.toISOString(),
    kind: "instance",
    software: { name: "Hospital records (stand-in)" },
    implementation: { description: "Stand-in for the hospital's FHIR server", url: base },
    fhirVersion: "4.0.1",
    format: ["application/fhir+json"],
    rest: [
      {
        mode: "server",
        security: { cors: false, description: "Bearer token" },
        resource: servedTypes.map((type) => ({
          type,
          interaction: [{ code: "read" }, { code: "vread" }, { code: "search-type" }],
          searchParam: searchParametersOf(type).map(({ code: name, type }) => ({ name, type })),
        })),
      },
    ],
  };
}
