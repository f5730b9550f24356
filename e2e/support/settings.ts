/** Where the running application and its stand-ins are: set by the runner. Throws, by name, where one is missing. */
export function setting(
  name:
    | "BASE_URL"
    | "STRIPE_URL"
    | "WECHAT_URL"
    | "CARRIER_URL"
    | "SMS_URL"
    | "PUSH_URL"
    | "FHIR_URL"
    | "PUSHER_URL"
    | "PUSHER_KEY"
    | "DATABASE_OWNER_URL"
    | "EMPTY_DATABASE_URL"
    | "EMPTY_DATABASE_OWNER_URL"
    | "EMPTY_PORT"
    | "NEXTAUTH_SECRET"
    | "FIELD_HMAC_KEY",
): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set: run the browser tests by npm run e2e`);
  return value;
}
