import { z } from "zod";

/** What is looked for among the doctors; it stands in the address. */
const schema = z.object({
  department: z
    .string()
    .regex(/^[a-z-]{1,40}$/)
    .optional()
    .catch(undefined),
  service: z.enum(["follow_up", "consultation"]).optional().catch(undefined),
  q: z
    .string()
    .trim()
    .max(40)
    .transform((text) => text || undefined)
    .optional()
    .catch(undefined),
});

export interface DoctorSearch {
  readonly department?: string | undefined;
  readonly service?: "follow_up" | "consultation" | undefined;
  readonly text?: string | undefined;
}

/** Reads an address; what makes no sense in it is left out. */
export function readSearch(params: Record<string, string | string[] | undefined>): DoctorSearch {
  const { department, service, q } = schema.parse(params);
  return { department, service, text: q };
}

/** The address of a search. */
export function searchHref({ department, service, text }: DoctorSearch): string {
  const given = Object.entries({ department, service, q: text }).filter(
    (pair): pair is [string, string] => pair[1] !== undefined,
  );
  return given.length > 0 ? `/patient/doctors?${new URLSearchParams(given)}` : "/patient/doctors";
}
