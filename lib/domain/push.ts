import { z } from "zod";

/** The push services of the browsers: nothing is ever sent to another address. */
const services = [
  /^https:\/\/fcm\.googleapis\.com\//,
  /^https:\/\/updates\.push\.services\.mozilla\.com\//,
  /^https:\/\/(?:[a-z0-9-]+\.)*push\.apple\.com\//,
  /^https:\/\/(?:[a-z0-9-]+\.)*notify\.windows\.com\//,
];

/** Whether an address is a browser's push service, or the further one that is configured. */
export const isPushService = (endpoint: string, further?: string): boolean =>
  services.some((service) => service.test(endpoint)) ||
  (further !== undefined && endpoint.startsWith(`${new URL(further).origin}/`));

const bytes = (count: number) =>
  z.base64url().refine((text) => Math.floor((text.length * 3) / 4) === count, "browser_unknown");

/** What `PushSubscription.toJSON()` says: the service's address, and the browser's keys in base64url. */
export const PushBrowser = z.strictObject({ endpoint: z.url().max(1000), p256dh: bytes(65), auth: bytes(16) });
export type PushBrowser = z.output<typeof PushBrowser>;

export const ForgetBrowser = z.strictObject({ endpoint: z.url().max(1000) });
export type ForgetBrowser = z.output<typeof ForgetBrowser>;
