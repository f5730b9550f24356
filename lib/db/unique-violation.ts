import "server-only";
import { z } from "zod";
import { Prisma } from "./client";

const rawViolation = z.object({
  driverAdapterError: z.object({
    cause: z.object({
      kind: z.literal("UniqueConstraintViolation"),
      constraint: z.object({ index: z.string() }).optional(),
    }),
  }),
});

/** Whether a write broke a unique index (that index, where `index` names one), be it Prisma's own or a hand-written statement. */
export function isUniqueViolation(error: unknown, index?: string): boolean {
  if (!(error instanceof Prisma.PrismaClientKnownRequestError)) return false;
  const violation = rawViolation.safeParse(error.meta).data?.driverAdapterError.cause;
  if (index !== undefined) return violation?.constraint?.index === index;
  return error.code === "P2002" || violation !== undefined;
}
