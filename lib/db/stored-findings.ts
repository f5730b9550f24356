import "server-only";
import { z } from "zod";
import type { Finding } from "@/lib/domain/finding";

/** `PrescriptionVersion.findings` and `.overrides`, as `signVersion` wrote them. */
export const storedFindings = z.custom<readonly Finding[]>((value) => Array.isArray(value));
export const storedOverrides = z.custom<readonly { readonly finding: string; readonly reason: string }[]>((value) =>
  Array.isArray(value),
);
