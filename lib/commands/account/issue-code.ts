import "server-only";
import type { CodePurpose } from "@/lib/db/generated/client";
import { issueCode } from "@/lib/db/one-time-code";
import type { Work } from "@/lib/db/transact";
import { RESEND_SECONDS } from "@/lib/domain/one-time-code";
import { authorize } from "@/lib/domain/policy";
import { Refusal } from "@/lib/errors";

/**
 * Makes a one-time code. `code_just_sent` where one was made within the minute. The audit says for what, never for which number.
 */
export async function makeCode(
  work: Work,
  wanted: { readonly purpose: CodePurpose; readonly phone: string },
): Promise<string> {
  authorize(work.actor, work.actor.role === "stranger" ? "account.send_sign_in_code" : "account.send_own_code");
  const code = await issueCode(work, wanted.purpose, wanted.phone);
  if (code === null) throw new Refusal("code_just_sent", { params: { seconds: RESEND_SECONDS } });
  work.audit({
    action: "account.send_code",
    subjectType: "account",
    subjectId: work.actor.accountId ?? "unknown",
    detail: { purpose: wanted.purpose },
  });
  return code;
}
