const key = (letter: string) => Buffer.alloc(32, letter).toString("base64");

/** Of no secrecy: they seal nothing but the people of the tests. */
export const testLogins = { ownerPassword: "0123", applicationPassword: "4567" };
export const testClusterPassword = "89ab";

/**
 * The application's environment in tests. All addresses lead nowhere: tests of the database get one of their own, and a
 * test that needs an outside system starts the stand-in and says where it is.
 */
export const testEnvironment = {
  NODE_ENV: "test",
  LOG_LEVEL: "silent",
  NEXTAUTH_URL: "http://localhost:3999",
  NEXTAUTH_SECRET: key("n"),
  DATABASE_URL: "postgresql://nobody@127.0.0.1:9/none",
  STORAGE_FOLDER: "/nonexistent",
  FIELD_KEYS: `k1:${key("f")}`,
  FIELD_HMAC_KEY: key("h"),
  AUDIT_MAC_KEY: key("a"),
  NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: key("s"),
  // A test that seals a PDF makes a certificate of its own.
  ...{ PDF_SEAL_P12: "AAAA", PDF_SEAL_PASSPHRASE: "none" },
  PUSHER_APP_ID: "1",
  PUSHER_KEY: "test-pusher-key",
  PUSHER_SECRET: "test-pusher-secret",
  PUSHER_HOST: "127.0.0.1",
  PUSHER_PORT: "9",
  PUSHER_TLS: "false",
  STRIPE_SECRET_KEY: "sk_test_tests",
  STRIPE_WEBHOOK_SECRET: "whsec_tests",
  STRIPE_API_BASE: "http://127.0.0.1:9",
  WECHAT_APP_ID: "wx0000000000000000",
  WECHAT_APP_SECRET: "test-wechat-secret",
  WECHAT_TEMPLATE_ID: "test-template",
  WECHAT_API_BASE: "http://127.0.0.1:9",
  WECHAT_OAUTH_BASE: "http://127.0.0.1:9",
  WECHAT_TOKEN: "testwechattoken",
  SMS_API_BASE: "http://127.0.0.1:9",
  SMS_SECRET_ID: "test-sms-id",
  SMS_SECRET_KEY: "test-sms-key",
  SMS_APP_ID: "1400000001",
  SMS_SIGN_NAME: "测试",
  SMS_TEMPLATE_ID: "1000001",
  SMS_NOTICE_TEMPLATE_ID: "1000003",
  ...{ VAPID_SUBJECT: "mailto:tests@hospital.example", VAPID_PRIVATE_KEY: Buffer.alloc(32, "v").toString("base64url") },
  PUSH_API_BASE: "http://127.0.0.1:9",
  CARRIER_API_BASE: "http://127.0.0.1:9",
  CARRIER_CUSTOMER: "TESTCUSTOMER",
  CARRIER_KEY: "testcarrierkey",
  CARRIER_SALT: "test-carrier-salt-0123",
  FHIR_BASE_URL: "http://127.0.0.1:9/fhir",
  FHIR_TOKEN: "test-fhir-token",
  ALLOW_STAND_INS: "true",
} as const;
