import { randomUUID } from "node:crypto";
import { join } from "node:path";
import { z } from "zod";
import { faultRoutes } from "../faults";
import { get, hangUp, json, plain, post, type Reply, serve } from "../http";
import { html, page } from "../page";
import { openStore } from "../store";
import { signatureFlaw } from "./signature";

const sendSms = z.object({
  PhoneNumberSet: z
    .array(z.string().regex(/^\+86\d{11}$/))
    .min(1)
    .max(200),
  SmsSdkAppId: z.string(),
  SignName: z.string(),
  TemplateId: z.string(),
  TemplateParamSet: z.array(z.string().max(12)),
});
const faultSchema = z.strictObject({ down: z.boolean(), limited: z.array(z.string()) }).partial();

interface Message {
  readonly phone: string;
  readonly text: string;
  readonly at: string;
}

export type StartSms = {
  port: number;
  secretId: string;
  secretKey: string;
  appId: string;
  signName: string;
  /** The template of one-time codes, and that of notices. */
  templateId: string;
  noticeTemplateId: string;
  dataFolder: string;
  now?: () => number;
};

const KEPT = 500;

/**
 * A stand-in for Tencent Cloud SMS (API 2021-01-11), as far as one-time codes and notices need it.
 *
 * Covered: POST / with action SendSms, signed by TC3-HMAC-SHA256 (AuthFailure.SignatureFailure, .SecretIdNotFound, .SignatureExpire),
 * UnsupportedOperation, InvalidParameterValue, per-number status (Ok, LimitExceeded.PhoneNumberDailyLimit,
 * FailedOperation.TemplateIncorrectOrUnapproved, FailedOperation.SignatureIncorrectOrUnapproved).
 * Not covered: delivery reports, replies, other actions, numbers abroad.
 *
 * Beside the protocol: `/` is everybody's inbox (`/?phone=` one), GET /messages?phone= the same as JSON, the newest first; `/health`;
 * `/faults` takes `{ down, limited: [phones] }`. Messages are kept in `sms.json` in `dataFolder`.
 */
export async function startSms(options: StartSms) {
  const { now = Date.now } = options;
  const store = await openStore(join(options.dataFolder, "sms.json"), { messages: [] as Message[] });
  const faults = { down: false, limited: [] as string[] };
  const inbox = (phone: string | null) =>
    store.value.messages.filter((message) => phone === null || message.phone === phone).toReversed();

  const texts: Readonly<Record<string, (first: string, second: string) => string>> = {
    [options.templateId]: (code, minutes) => `验证码 ${code}，${minutes} 分钟内有效。请勿告诉他人。`,
    [options.noticeTemplateId]: (what, tail) => `${what}（尾号 ${tail}），请登录互联网医院查看。`,
  };

  function statusOf(wanted: z.infer<typeof sendSms>, phone: string): string {
    if (faults.limited.includes(phone)) return "LimitExceeded.PhoneNumberDailyLimit";
    if (!(wanted.TemplateId in texts)) return "FailedOperation.TemplateIncorrectOrUnapproved";
    if (wanted.SignName !== options.signName) return "FailedOperation.SignatureIncorrectOrUnapproved";
    return "Ok";
  }

  function send(wanted: z.infer<typeof sendSms>) {
    const [first = "", second = ""] = wanted.TemplateParamSet;
    return wanted.PhoneNumberSet.map((number) => {
      const phone = number.slice(3);
      const status = statusOf(wanted, phone);
      if (status === "Ok")
        store.change(({ messages }) => {
          const text = `【${options.signName}】${texts[wanted.TemplateId]?.(first, second) ?? ""}`;
          messages.push({ phone, text, at: new Date(now()).toISOString() });
          messages.splice(0, messages.length - KEPT);
        });
      return {
        ...{ SerialNo: randomUUID(), PhoneNumber: number, Fee: status === "Ok" ? 1 : 0, SessionContext: "" },
        ...{ Code: status, Message: status === "Ok" ? "send success" : status, IsoCode: "CN" },
      };
    });
  }

  const routes = [
    get("/", ({ query }) => inboxPage(inbox(query.get("phone")), query.get("phone"))),
    get("/health", () => plain("ok")),
    get("/messages", ({ query }) => json(inbox(query.get("phone")))),
    ...faultRoutes(faults, faultSchema),
    post("/", (incoming) => {
      const flaw = signatureFlaw(incoming, options, now());
      if (flaw) return failure(flaw);
      if (incoming.headers["x-tc-action"] !== "SendSms") return failure("InvalidAction");
      const wanted = sendSms.safeParse(incoming.json());
      if (!wanted.success) return failure("InvalidParameterValue.IncorrectPhoneNumber");
      if (wanted.data.SmsSdkAppId !== options.appId) return failure("UnauthorizedOperation.SmsSdkAppIdVerifyFail");
      return json({ Response: { SendStatusSet: send(wanted.data), RequestId: randomUUID() } });
    }),
  ];
  const before = ({ method, path }: { method: string; path: string }) =>
    faults.down && method === "POST" && path === "/" ? hangUp : undefined;
  const serving = await serve({ port: options.port, routes, before });
  return {
    url: serving.url,
    port: serving.port,
    async close() {
      await serving.close();
      await store.close();
    },
  };
}

const failure = (code: string): Reply =>
  json({ Response: { Error: { Code: code, Message: code }, RequestId: randomUUID() } });

function inboxPage(messages: readonly Message[], phone: string | null): Reply {
  const rows = messages
    .slice(0, 50)
    .map((message) => html`<tr><td>${message.phone}</td><td>${message.text}</td><td>${message.at}</td></tr>`);
  return page({
    title: "短信 SMS",
    refreshSeconds: 5,
    body: html`<h1>短信 SMS ${phone ?? ""}</h1>
<p class="muted">手机收到的短信，最新的在前。 What the phones have received, the newest first.</p>
<table><thead><tr><th>手机 Phone</th><th>内容 Text</th><th>时间 At</th></tr></thead><tbody>${rows}</tbody></table>`,
  });
}
