import { z } from "zod";
import { doctorTitles } from "./staff-input";

export const feeSteps = [30, 50, 80] as const;
export const ratingSteps = [4, 4.5] as const;
export const whens = ["today", "week"] as const;

const step = <Step extends number>(steps: readonly Step[]) =>
  z.coerce
    .number()
    .refine((value): value is Step => (steps as readonly number[]).includes(value))
    .optional()
    .catch(undefined);

/** What is looked for among the doctors; it stands in the address. */
const schema = z.object({
  department: z
    .string()
    .regex(/^[a-z-]{1,40}$/)
    .optional()
    .catch(undefined),
  service: z.enum(["follow_up", "consultation"]).optional().catch(undefined),
  title: z.enum(doctorTitles).optional().catch(undefined),
  /** At most so many yuan. */
  fee: step(feeSteps),
  /** At least so many stars. */
  rating: step(ratingSteps),
  when: z.enum(whens).optional().catch(undefined),
  q: z
    .string()
    .trim()
    .max(40)
    .transform((text) => text || undefined)
    .optional()
    .catch(undefined),
});

export interface DoctorSearch extends Omit<z.output<typeof schema>, "q"> {
  readonly text?: string | undefined;
}

/** Reads an address; what makes no sense in it is left out. */
export function readSearch(params: Record<string, string | string[] | undefined>): DoctorSearch {
  const { q, ...rest } = schema.parse(params);
  return { ...rest, text: q };
}

/** The address of a search. */
export function searchHref({ text, ...rest }: DoctorSearch): string {
  const given = Object.entries({ ...rest, q: text }).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, String(value)]],
  );
  return given.length > 0 ? `/patient/doctors?${new URLSearchParams(given)}` : "/patient/doctors";
}

/** Whether doctors are asked for, and not the departments alone. */
export const isSearch = ({ department, text, title, fee, rating, when }: DoctorSearch): boolean =>
  [department, text, title, fee, rating, when].some((value) => value !== undefined);
