import "server-only";
import { getTranslations } from "next-intl/server";
import type { z } from "zod";
import type { ActionResult } from "@/lib/domain/result";
import { Refusal } from "@/lib/errors";
import { log } from "@/lib/log";

/** Field → message code out of a failed parse; a schema's own messages are codes already. */
export function invalidInput(error: z.ZodError): Refusal {
  const fields: Record<string, string> = {};
  for (const issue of error.issues) {
    const field = issue.path.join(".") || "form";
    fields[field] ??= /^[a-z0-9_]+$/.test(issue.message) ? issue.message : "invalid_value";
  }
  return new Refusal("invalid_input", { fields });
}

/** A refusal in the reader's language; a fault of ours is logged and shows a general text only. */
export async function explain(error: unknown, doing: string): Promise<Extract<ActionResult<never>, { ok: false }>> {
  const refusal = error instanceof Refusal ? error : new Refusal("fault");
  if (refusal !== error) log().error({ err: error, doing }, "fault");
  const t = await getTranslations("errors");
  const text = (code: string) => (t.has(code) ? t(code, refusal.params) : t("invalid_value"));
  const fields = Object.entries(refusal.fields).map(([field, code]) => [field, text(code)] as const);
  return {
    ok: false,
    code: refusal.code,
    message: text(refusal.code),
    ...(refusal.rule && { rule: refusal.rule }),
    ...(fields.length > 0 && { fields: Object.fromEntries(fields) }),
  };
}

const statusOf: Record<string, number> = {
  unauthenticated: 401,
  forbidden: 403,
  forbidden_origin: 403,
  not_found: 404,
  conflict: 409,
  too_large: 413,
  too_many: 429,
  fault: 500,
  unavailable: 503,
};

/** The HTTP status of a refusal's code: 422 where it is none of the general ones. */
export const httpStatus = (code: string): number => statusOf[code] ?? 422;
