import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, vi } from "vitest";
import type { PushBrowser } from "@/lib/domain/push";
import { pushKey } from "@/lib/gateways/push";
import { startCarrier } from "@/sandbox/carrier/start-carrier";
import { plain, post, serve } from "@/sandbox/http";
import { startPush } from "@/sandbox/push/start-push";
import { testEnvironment } from "@/sandbox/run/test-environment";
import { startSms } from "@/sandbox/sms/start-sms";
import { startStripe } from "@/sandbox/stripe/start-stripe";
import { startWechat } from "@/sandbox/wechat/start-wechat";

// Each starts a stand-in on a free port and points the application at it: call it before anything reads the configuration.

/** A folder that is gone, and what runs in it stopped, when the file's tests are over. */
async function startIn<Started extends { close(): Promise<void> }>(
  start: (dataFolder: string) => Promise<Started>,
): Promise<Started> {
  const dataFolder = await mkdtemp(join(tmpdir(), "outside-"));
  const started = await start(dataFolder);
  afterAll(async () => {
    await started.close();
    await rm(dataFolder, { recursive: true });
  });
  return started;
}

const asked = async (response: Response) => {
  if (!response.ok) throw new Error(`The stand-in answered ${response.status}: ${await response.text()}`);
  return response;
};

export interface GatewayMessage {
  readonly body: string;
  readonly signature: string;
  readonly type: string;
  /** The id of the checkout or the refund that it is about. */
  readonly about: string;
}

/** Stripe's stand-in. Its messages are caught, not delivered: a test brings them when, and as often as, it likes. */
export async function stripeStandIn() {
  const caught: GatewayMessage[] = [];
  const door = await startIn(() =>
    serve({
      port: 0,
      routes: [
        post("/", ({ text, headers }) => {
          const event = JSON.parse(text());
          const signature = String(headers["stripe-signature"]);
          caught.push({ body: text(), signature, type: event.type, about: event.data.object.id });
          return plain("");
        }),
      ],
    }),
  );
  const { STRIPE_SECRET_KEY: secretKey, STRIPE_WEBHOOK_SECRET: webhookSecret } = testEnvironment;
  const standIn = await startIn((dataFolder) =>
    startStripe({ port: 0, secretKey, webhookSecret, webhookUrl: door.url, dataFolder, settleDelayMs: 5 }),
  );
  vi.stubEnv("STRIPE_API_BASE", standIn.url);
  return {
    url: standIn.url,
    caught,
    /** Presses a button of the payment page; returns where the browser is sent. */
    async press(checkoutUrl: string, action: "pay" | "decline" | "abandon" | "fail-later", method = "card") {
      const body = new URLSearchParams({ action, method });
      const response = await fetch(checkoutUrl, { method: "POST", body, redirect: "manual" });
      return response.headers.get("location");
    },
    /** The message of a type about a checkout or refund, once it has come. */
    message: (type: string, about: string): Promise<GatewayMessage> =>
      vi.waitFor(() => {
        const found = caught.find((message) => message.type === type && message.about === about);
        if (!found) throw new Error(`no ${type} has come`);
        return found;
      }, 4_000),
    /** What its API answers, as JSON. */
    ask: async (path: string) =>
      (await asked(await fetch(standIn.url + path, { headers: { authorization: `Bearer ${secretKey}` } }))).json(),
    fail: async (faults: { down?: boolean; refundsFail?: number }) => {
      await asked(await fetch(`${standIn.url}/faults`, { method: "POST", body: JSON.stringify(faults) }));
    },
  };
}

/** WeChat's stand-in, with these followers of the hospital's account. */
export async function wechatStandIn(...openIds: string[]) {
  const { WECHAT_APP_ID: appId, WECHAT_APP_SECRET: appSecret, WECHAT_TEMPLATE_ID: id } = testEnvironment;
  const fields = { thing1: "事项", character_string2: "编号", time3: "时间" };
  const standIn = await startIn((dataFolder) =>
    startWechat({
      ...{ port: 0, appId, appSecret, dataFolder, templates: [{ id, title: "通知", fields }] },
      followers: openIds.map((openId) => ({ openId, name: openId })),
    }),
  );
  vi.stubEnv("WECHAT_API_BASE", standIn.url);
  return {
    inbox: async (openId: string): Promise<{ url: string; fields: { label: string; value: string }[] }[]> =>
      (await asked(await fetch(`${standIn.url}/messages?openid=${openId}`))).json(),
    fail: async (faults: {
      expireTokens?: boolean;
      unsubscribed?: string[];
      quota?: number | null;
      down?: boolean;
    }) => {
      await asked(await fetch(`${standIn.url}/faults`, { method: "POST", body: JSON.stringify(faults) }));
    },
  };
}

/** The carrier platform's stand-in; each push goes to `receive`, whose answer the platform gets. */
export async function carrierStandIn(receive: (body: string) => Promise<Response>) {
  const door = await startIn(() =>
    serve({
      port: 0,
      routes: [
        post("/api/webhooks/carrier", async ({ text }) => {
          const answer = await receive(text());
          return plain(await answer.text(), answer.status);
        }),
      ],
    }),
  );
  const { CARRIER_CUSTOMER: customer, CARRIER_KEY: key } = testEnvironment;
  // Each thing happens a minute after the one before.
  let clock = Date.now();
  const now = () => {
    clock += 60_000;
    return new Date(clock);
  };
  const standIn = await startIn((dataFolder) =>
    startCarrier({ port: 0, customer, key, dataFolder, retryDelaysMs: [], now }),
  );
  vi.stubEnv("CARRIER_API_BASE", standIn.url);
  vi.stubEnv("NEXTAUTH_URL", door.url);
  const deed = async (trackingNumber: string, what: string, asking: object = {}) => {
    const path = `${standIn.url}/parcels/shunfeng/${trackingNumber}/${what}`;
    const headers = { "content-type": "application/json" };
    const response = await asked(await fetch(path, { method: "POST", headers, body: JSON.stringify(asking) }));
    const { push } = await response.json();
    return { isAccepted: push.isAccepted as boolean, param: push.param as string };
  };
  return {
    advance: (number: string, state: "1" | "0" | "5" | "3" | "2" | "14" | "6" | "4") =>
      deed(number, "advance", { state }),
    giveUp: (number: string) => deed(number, "abort"),
    send: (number: string, what: "duplicate" | "late" | "forged") => deed(number, "send", { what }),
    parcel: async (number: string) => (await asked(await fetch(`${standIn.url}/parcels/shunfeng/${number}`))).json(),
    fail: async (faults: { down?: boolean; keyExpired?: boolean }) => {
      await asked(await fetch(`${standIn.url}/faults`, { method: "POST", body: JSON.stringify(faults) }));
    },
  };
}

/** The push service's stand-in, with browsers that subscribe and what they were shown. */
export async function pushStandIn() {
  const standIn = await startIn(() => startPush({ port: 0 }));
  vi.stubEnv("PUSH_API_BASE", standIn.url);
  const post = async (path: string, body: object = {}) =>
    asked(await fetch(`${standIn.url}${path}`, { method: "POST", body: JSON.stringify(body) }));
  return {
    browser: async (): Promise<PushBrowser> => {
      const answer = await post("/subscriptions", { applicationServerKey: pushKey() });
      const { endpoint, keys } = (await answer.json()) as { endpoint: string; keys: { p256dh: string; auth: string } };
      return { endpoint, ...keys };
    },
    shown: async ({ endpoint }: PushBrowser): Promise<unknown[]> => {
      const answer = await asked(await fetch(endpoint.replace("/push/", "/messages/")));
      return ((await answer.json()) as { text: string }[]).map(({ text }) => JSON.parse(text));
    },
    letGo: async ({ endpoint }: PushBrowser) => {
      await post(`${new URL(endpoint).pathname.replace("/push/", "/subscriptions/")}/end`);
    },
    fail: async (faults: { down: boolean }) => {
      await post("/faults", faults);
    },
  };
}

/** The SMS service's stand-in, with what the phones have received. */
export async function smsStandIn() {
  const variables = testEnvironment;
  const standIn = await startIn((dataFolder) =>
    startSms({
      ...{ port: 0, secretId: variables.SMS_SECRET_ID, secretKey: variables.SMS_SECRET_KEY, dataFolder },
      ...{ appId: variables.SMS_APP_ID, signName: variables.SMS_SIGN_NAME, templateId: variables.SMS_TEMPLATE_ID },
      noticeTemplateId: variables.SMS_NOTICE_TEMPLATE_ID,
    }),
  );
  vi.stubEnv("SMS_API_BASE", standIn.url);
  return {
    inbox: async (phone: string): Promise<{ text: string }[]> =>
      (await asked(await fetch(`${standIn.url}/messages?phone=${phone}`))).json() as Promise<{ text: string }[]>,
    fail: async (faults: { down?: boolean; limited?: string[] }) => {
      await asked(await fetch(`${standIn.url}/faults`, { method: "POST", body: JSON.stringify(faults) }));
    },
  };
}
