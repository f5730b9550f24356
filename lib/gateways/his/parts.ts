import "server-only";
import { z } from "zod";
import type { Coding } from "@/lib/domain/record";

// Parts of FHIR resources as they come: whatever is missing or of another type reads as absent, nothing throws.

export const id = z.string().regex(/^[A-Za-z0-9.-]{1,64}$/);
export const text = z.string().max(2_000).optional().catch(undefined);
export const number = z.number().optional().catch(undefined);
/** What stands where the server names nothing. */
export const UNNAMED = "—";
/** Those of a list that can be read: one that cannot does not hide the others. */
export const list = <Item extends z.ZodType>(item: Item) =>
  z
    .array(z.unknown())
    .catch([])
    .transform((all) =>
      all.flatMap((one): z.output<Item>[] => {
        const read = item.safeParse(one);
        return read.success ? [read.data] : [];
      }),
    );
export const moment = z
  .string()
  .optional()
  .catch(undefined)
  .transform((value) => {
    const at = value === undefined ? Number.NaN : Date.parse(value);
    return Number.isNaN(at) ? null : new Date(at);
  });

const coding = z.object({ system: text, code: text, display: text });
export const concept = z.object({ coding: list(coding), text }).catch({ coding: [], text: undefined });
export const concepts = list(concept);
export const reference = z.object({ reference: text, display: text }).optional().catch(undefined);
export const quantity = z.object({ value: number, unit: text, code: text }).optional().catch(undefined);
export const period = z.object({ start: moment, end: moment }).optional().catch(undefined);

export type Concept = z.output<typeof concept>;

/** The codings of a concept that name both system and code. */
export const codingsOf = (from: Concept): Coding[] =>
  from.coding.flatMap(({ system, code, display }) =>
    system && code ? [{ system, code, display: display ?? from.text ?? code }] : [],
  );

/** What a person reads: the concept's text, else a coding's display, else its code. */
export const displayOf = (from: Concept | undefined): string | undefined =>
  from?.text ?? from?.coding.find(({ display }) => display)?.display ?? from?.coding.find(({ code }) => code)?.code;

export const codeOf = (from: Concept | undefined): string | null => from?.coding.find(({ code }) => code)?.code ?? null;

/** The id in a reference such as `Encounter/abc` or `https://host/fhir/Encounter/abc/_history/2`. */
export const referredId = (from: z.output<typeof reference>): string | null =>
  /(?:^|\/)[A-Z][A-Za-z]+\/([A-Za-z0-9.-]{1,64})(?:\/_history\/[^/]+)?$/.exec(from?.reference ?? "")?.[1] ?? null;
