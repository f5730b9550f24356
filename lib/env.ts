import { z } from "zod";

const flag = z.enum(["true", "false"]).transform((value) => value === "true");
const key32 = z.base64().refine((value) => Buffer.from(value, "base64").length === 32, "must be 32 bytes in base64");

const schema = z
  .object({
    NODE_ENV: z.enum(["production", "development", "test"]).default("production"),
    LOG_LEVEL: z.enum(["silent", "error", "warn", "info", "debug"]).default("info"),
    NEXTAUTH_URL: z.url(),
    NEXTAUTH_SECRET: z.string().min(32),
    DATABASE_URL: z.string().startsWith("postgres"),
    DATABASE_POOL: z.coerce.number().int().min(1).max(50).default(10),
    /** "id:base64,id:base64": the first seals, all open. */
    FIELD_KEYS: z.string().regex(/^[\w-]+:[A-Za-z0-9+/=]+(,[\w-]+:[A-Za-z0-9+/=]+)*$/),
    FIELD_HMAC_KEY: key32,
    AUDIT_MAC_KEY: key32,
    /** What new signing keys are made for; keys of the other algorithm go on being checked. */
    SIGNING_ALGORITHM: z.enum(["ed25519", "sm2"]).default("ed25519"),
    /** PKCS#12 in base64: the hospital's certificate and key, which seal its PDFs. */
    PDF_SEAL_P12: z.base64().min(4),
    PDF_SEAL_PASSPHRASE: z.string(),
    PUSHER_APP_ID: z.string().min(1),
    PUSHER_KEY: z.string().min(1),
    PUSHER_SECRET: z.string().min(1),
    PUSHER_HOST: z.string().min(1),
    PUSHER_PORT: z.coerce.number().int().default(443),
    PUSHER_TLS: flag.default(true),
    STRIPE_SECRET_KEY: z.string().min(1),
    STRIPE_WEBHOOK_SECRET: z.string().min(1),
    STRIPE_API_BASE: z.url().default("https://api.stripe.com"),
    WECHAT_APP_ID: z.string().min(1),
    WECHAT_APP_SECRET: z.string().min(1),
    WECHAT_TEMPLATE_ID: z.string().min(1),
    WECHAT_API_BASE: z.url().default("https://api.weixin.qq.com"),
    WECHAT_OAUTH_BASE: z.url().default("https://open.weixin.qq.com"),
    /** What the official account's call-backs are signed with. */
    WECHAT_TOKEN: z.string().regex(/^[A-Za-z0-9]{3,32}$/),
    SMS_API_BASE: z.url().default("https://sms.tencentcloudapi.com"),
    SMS_REGION: z.string().default("ap-guangzhou"),
    SMS_SECRET_ID: z.string().min(1),
    SMS_SECRET_KEY: z.string().min(1),
    SMS_APP_ID: z.string().min(1),
    SMS_SIGN_NAME: z.string().min(1),
    SMS_TEMPLATE_ID: z.string().min(1),
    SMS_NOTICE_TEMPLATE_ID: z.string().min(1),
    /** Web push (RFC 8292): whom a push service may write to, and the private key, 32 bytes in base64url. */
    VAPID_SUBJECT: z.string().regex(/^(?:mailto:|https:)/),
    VAPID_PRIVATE_KEY: z
      .base64url()
      .refine((value) => Buffer.from(value, "base64url").length === 32, "must be 32 bytes"),
    /** A push service beside those of the browsers. */
    PUSH_API_BASE: z.url().optional(),
    CARRIER_API_BASE: z.url().default("https://poll.kuaidi100.com"),
    CARRIER_CUSTOMER: z.string().min(1),
    CARRIER_KEY: z.string().min(1),
    CARRIER_SALT: z.string().min(16),
    FHIR_BASE_URL: z.url(),
    /** A token of its own, or one granted to a client (client credentials). */
    FHIR_TOKEN: z.string().min(1).optional(),
    FHIR_TOKEN_URL: z.url().optional(),
    FHIR_CLIENT_ID: z.string().min(1).optional(),
    FHIR_CLIENT_SECRET: z.string().min(1).optional(),
    FHIR_SCOPE: z.string().min(1).optional(),
    /** Comma-separated `stun:` and `turn:` addresses; TURN_SECRET is coturn's `static-auth-secret`. */
    STUN_URLS: z.string().optional(),
    TURN_URLS: z.string().optional(),
    TURN_SECRET: z.string().min(16).optional(),
    STORAGE_DRIVER: z.enum(["disk", "s3"]).default("disk"),
    STORAGE_FOLDER: z.string().default(".data/files"),
    S3_BUCKET: z.string().optional(),
    S3_REGION: z.string().optional(),
    S3_ENDPOINT: z.url().optional(),
    S3_ACCESS_KEY_ID: z.string().optional(),
    S3_SECRET_ACCESS_KEY: z.string().optional(),
    ALLOW_STAND_INS: flag.default(false),
  })
  .superRefine((value, context) => {
    if (value.STORAGE_DRIVER === "s3" && !(value.S3_BUCKET && value.S3_REGION))
      context.addIssue({
        code: "custom",
        path: ["S3_BUCKET"],
        message: "S3_BUCKET and S3_REGION go with STORAGE_DRIVER=s3",
      });
    if (value.TURN_URLS && !value.TURN_SECRET)
      context.addIssue({ code: "custom", path: ["TURN_SECRET"], message: "goes with TURN_URLS" });
    if (!value.FHIR_TOKEN && !(value.FHIR_TOKEN_URL && value.FHIR_CLIENT_ID && value.FHIR_CLIENT_SECRET))
      context.addIssue({
        code: "custom",
        path: ["FHIR_TOKEN"],
        message: "is needed, or FHIR_TOKEN_URL with FHIR_CLIENT_ID and FHIR_CLIENT_SECRET",
      });
    if (value.ALLOW_STAND_INS) return;
    for (const name of [
      "STRIPE_API_BASE",
      "WECHAT_API_BASE",
      "WECHAT_OAUTH_BASE",
      "SMS_API_BASE",
      "CARRIER_API_BASE",
      "PUSH_API_BASE",
      "FHIR_BASE_URL",
      "FHIR_TOKEN_URL",
    ] as const) {
      const address = value[name];
      if (address && isLoopback(new URL(address).hostname))
        context.addIssue({
          code: "custom",
          path: [name],
          message: "points at a stand-in; set ALLOW_STAND_INS=true to allow it",
        });
    }
  });

export type Env = z.output<typeof schema>;

const isLoopback = (host: string) => host === "localhost" || host === "[::1]" || host.startsWith("127.");

let parsed: Env | undefined;

/**
 * The configuration, read once. Throws an Error whose message lists every variable that is missing or wrong,
 * a line each; no value is shown.
 */
export function env(): Env {
  if (parsed) return parsed;
  const result = schema.safeParse(process.env);
  if (!result.success)
    throw new Error(
      `Configuration: ${result.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`).join("\n")}`,
    );
  parsed = result.data;
  return parsed;
}

/** Scheme, host and port that browsers use: what an Origin header must equal. */
export const appOrigin = () => new URL(env().NEXTAUTH_URL).origin;
