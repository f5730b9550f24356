import type { Env } from "./child";
import type { ApplicationSecrets } from "./secrets";
import { Trouble } from "./trouble";

/** A system outside of the hospital: the real one where the environment configures it, else its stand-in. */
export interface Outside {
  readonly name: string;
  /** What the stand-in's page shows. */
  readonly shows: string;
  /** Set one and the real system is meant; then all of them are needed. None: it serves demo people alone. */
  readonly configuredBy: readonly string[];
  readonly firstPort: number;
  /** The application's variables for the stand-in on this port. */
  standIn(port: number, secrets: ApplicationSecrets): Record<string, string>;
}

const local = (port: number) => `http://127.0.0.1:${port}`;

export const outside = {
  pusher: {
    name: "Pusher",
    shows: "connections and messages",
    configuredBy: ["PUSHER_APP_ID", "PUSHER_KEY", "PUSHER_SECRET", "PUSHER_HOST"],
    firstPort: 4001,
    standIn: (port, { PUSHER_KEY, PUSHER_SECRET }) => ({
      ...{ PUSHER_APP_ID: "1", PUSHER_KEY, PUSHER_SECRET },
      ...{ PUSHER_HOST: "127.0.0.1", PUSHER_PORT: String(port), PUSHER_TLS: "false" },
    }),
  },
  stripe: {
    name: "Stripe",
    shows: "payments, refunds, webhooks",
    configuredBy: ["STRIPE_SECRET_KEY", "STRIPE_WEBHOOK_SECRET"],
    firstPort: 4002,
    standIn: (port, { STRIPE_SECRET_KEY, STRIPE_WEBHOOK_SECRET }) => ({
      ...{ STRIPE_SECRET_KEY, STRIPE_WEBHOOK_SECRET, STRIPE_API_BASE: local(port) },
    }),
  },
  wechat: {
    name: "WeChat",
    shows: "the phones: inboxes, menu, who signs in",
    configuredBy: ["WECHAT_APP_ID", "WECHAT_APP_SECRET", "WECHAT_TEMPLATE_ID", "WECHAT_TOKEN"],
    firstPort: 4003,
    standIn: (port, { WECHAT_APP_SECRET, WECHAT_TOKEN }) => ({
      ...{ WECHAT_APP_ID: "wx0123456789abcdef", WECHAT_APP_SECRET, WECHAT_TEMPLATE_ID: "stand-in-template" },
      ...{ WECHAT_TOKEN, WECHAT_API_BASE: local(port), WECHAT_OAUTH_BASE: local(port) },
    }),
  },
  carrier: {
    name: "Carrier platform",
    shows: "parcels, moved on by a click",
    configuredBy: ["CARRIER_CUSTOMER", "CARRIER_KEY", "CARRIER_SALT"],
    firstPort: 4004,
    standIn: (port, { CARRIER_KEY, CARRIER_SALT }) => ({
      ...{ CARRIER_CUSTOMER: "STANDIN", CARRIER_KEY, CARRIER_SALT, CARRIER_API_BASE: local(port) },
    }),
  },
  fhir: {
    name: "Hospital records",
    shows: "who is on file (FHIR R4)",
    // Beside it a token or a client of its own, which the application asks for at boot.
    configuredBy: ["FHIR_BASE_URL"],
    firstPort: 4005,
    standIn: (port, { FHIR_TOKEN }) => ({ FHIR_TOKEN, FHIR_BASE_URL: `${local(port)}/fhir/R4` }),
  },
  sms: {
    name: "SMS",
    shows: "one-time codes sent to phones",
    configuredBy: [
      "SMS_SECRET_ID",
      "SMS_SECRET_KEY",
      "SMS_APP_ID",
      "SMS_SIGN_NAME",
      "SMS_TEMPLATE_ID",
      "SMS_NOTICE_TEMPLATE_ID",
    ],
    firstPort: 4007,
    standIn: (port, { SMS_SECRET_KEY }) => ({
      ...{ SMS_SECRET_ID: "stand-in", SMS_SECRET_KEY, SMS_APP_ID: "1400000000", SMS_TEMPLATE_ID: "1000000" },
      SMS_NOTICE_TEMPLATE_ID: "1000002",
      ...{ SMS_SIGN_NAME: "山城互联网医院", SMS_API_BASE: local(port) },
    }),
  },
  push: {
    name: "Web push",
    shows: "what browsers were sent that asked for notices",
    configuredBy: ["VAPID_PRIVATE_KEY", "VAPID_SUBJECT"],
    firstPort: 4008,
    standIn: (port, { VAPID_PRIVATE_KEY }) => ({
      ...{ VAPID_PRIVATE_KEY, VAPID_SUBJECT: "mailto:push@hospital.example", PUSH_API_BASE: local(port) },
    }),
  },
  authenticator: {
    name: "Authenticator",
    shows: "the codes with which demo staff sign in",
    configuredBy: [],
    firstPort: 4006,
    standIn: () => ({}),
  },
} satisfies Record<string, Outside>;

export type OutsideName = keyof typeof outside;

export const outsideNames = Object.keys(outside) as OutsideName[];

/** Which systems the environment leaves to stand-ins. One that it configures in part is `Trouble`. */
export function standInsFor(env: Env, hasDemo: boolean): OutsideName[] {
  return outsideNames.filter((key) => {
    const { name, configuredBy }: Outside = outside[key];
    if (configuredBy.length === 0) return hasDemo;
    const missing = configuredBy.filter((variable) => !env[variable]);
    if (missing.length > 0 && missing.length < configuredBy.length)
      throw new Trouble(
        `${name} is configured in part: ${missing.join(", ")} missing (without any of them, a stand-in runs).`,
      );
    return missing.length > 0;
  });
}
