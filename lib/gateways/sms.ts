import "server-only";
import { sms } from "tencentcloud-sdk-nodejs-sms";
import { env } from "@/lib/env";
import { Refusal } from "@/lib/errors";
import { log } from "@/lib/log";

const TIMEOUT_SECONDS = 5;

let made: InstanceType<typeof sms.v20210111.Client> | undefined;

function client() {
  if (made) return made;
  const { protocol, host } = new URL(env().SMS_API_BASE);
  made = new sms.v20210111.Client({
    credential: { secretId: env().SMS_SECRET_ID, secretKey: env().SMS_SECRET_KEY },
    region: env().SMS_REGION,
    profile: { httpProfile: { endpoint: host, protocol: `${protocol}//`, reqTimeout: TIMEOUT_SECONDS } },
  });
  return made;
}

/**
 * Sends a one-time code (Tencent Cloud SMS; the template has the code and its minutes as parameters). Throws the refusals
 * `too_many` where the carrier's own limit for the number is reached, `sms_unavailable` where it could not be sent.
 */
export async function sendCodeBySms(phone: string, code: string, minutes: number): Promise<void> {
  const refuse = (refusal: string, why: string, cause?: unknown) => {
    // The service's own code: never the number, never its text.
    log().warn({ why }, "sms");
    return new Refusal(refusal, { cause });
  };
  const answer = await client()
    .SendSms({
      PhoneNumberSet: [`+86${phone}`],
      SmsSdkAppId: env().SMS_APP_ID,
      SignName: env().SMS_SIGN_NAME,
      TemplateId: env().SMS_TEMPLATE_ID,
      TemplateParamSet: [code, String(minutes)],
    })
    .catch((error: unknown) => {
      const why = typeof error === "object" && error !== null && "code" in error ? String(error.code) : "no answer";
      throw refuse("sms_unavailable", why, error);
    });
  const status = answer.SendStatusSet?.[0]?.Code ?? "no status";
  if (status === "Ok") return;
  if (status.startsWith("LimitExceeded")) throw refuse("sms_limit", status);
  throw refuse("sms_unavailable", status);
}
