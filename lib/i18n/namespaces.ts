/** One file of messages for each, in each language: `messages/<locale>/<namespace>.json`. */
export const namespaces = [
  "account",
  "common",
  "errors",
  "fault",
  "terms",
  "notices",
  "public",
  "patient",
  "people",
  "booking",
  "orders",
  "room",
  "doctor",
  "pharmacist",
  "admin",
  "staff",
  "privacy",
  "card",
  "consent",
  "wechat",
] as const;
export type Namespace = (typeof namespaces)[number];
