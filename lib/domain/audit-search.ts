import { z } from "zod";
import { addDays, startOfDay } from "./calendar";
import { isCalendarDay } from "./resident-id";

/** A field of the address that is left out, empty or no good means: not asked for. */
const asked = <S extends z.ZodType>(schema: S) => schema.optional().catch(undefined);
const text = asked(z.string().trim().min(1).max(60));
const day = asked(z.string().refine(isCalendarDay));

/** What is searched for in the audit, as it stands in the address: every part may be missing. */
export const AuditSearch = z.object({
  /** A staff number, or the name of a member of staff. */
  staff: text,
  /** The name of a patient. */
  patient: text,
  /** A deed, or its beginning: `prescription.` */
  action: asked(z.string().regex(/^[a-z_]{1,40}(?:\.[a-z_]{0,40})?$/)),
  /** Days of the hospital, both included. */
  from: day,
  to: day,
  denied: asked(z.literal("1")),
});
export type AuditSearch = z.output<typeof AuditSearch>;

/** The moments between which the search looks. */
export const auditPeriod = ({ from, to }: AuditSearch): { since: Date | undefined; until: Date | undefined } => ({
  since: from ? startOfDay(from) : undefined,
  until: to ? addDays(startOfDay(to), 1) : undefined,
});

export const VerifyAudit = z.strictObject({});
