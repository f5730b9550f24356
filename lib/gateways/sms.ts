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

/** Throws the refusals `sms_limit` where the carrier's own limit for the number is reached, `sms_unavailable` where it could not be sent. */
async function send(phone: string, templateId: string, parameters: readonly string[]): Promise<void> {
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
      TemplateId: templateId,
      TemplateParamSet: [...parameters],
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

/** Sends a one-time code (Tencent Cloud SMS; the template has the code and its minutes as parameters). Throws what `send` throws. */
export const sendCodeBySms = (phone: string, code: string, minutes: number): Promise<void> =>
  send(phone, env().SMS_TEMPLATE_ID, [code, String(minutes)]);

/** A parameter of a template holds so many characters. */
const LONGEST_PARAMETER = 12;

/**
 * Sends a notice: what happened, and the end of the number that it is about (the template has both as parameters; nothing clinical,
 * R32). "unreachable" where the carrier takes no more for this number today; throws where trying again can help.
 */
export async function sendNoticeBySms(phone: string, title: string, number: string): Promise<"sent" | "unreachable"> {
  try {
    await send(phone, env().SMS_NOTICE_TEMPLATE_ID, [title.slice(0, LONGEST_PARAMETER), number.slice(-6)]);
    return "sent";
  } catch (error) {
    if (error instanceof Refusal && error.code === "sms_limit") return "unreachable";
    throw error;
  }
}
