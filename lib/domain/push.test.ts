import { expect, test } from "vitest";
import { isPushService, PushBrowser } from "./push";

test.each([
  "https://fcm.googleapis.com/fcm/send/abc",
  "https://updates.push.services.mozilla.com/wpush/v2/abc",
  "https://web.push.apple.com/abc",
  "https://wns2-sg2p.notify.windows.com/w/?token=abc",
])("%s is a browser's push service", (endpoint) => expect(isPushService(endpoint)).toBe(true));

test.each([
  "http://fcm.googleapis.com/fcm/send/abc",
  "https://fcm.googleapis.com.evil.example/x",
  "https://evil.example/?https://fcm.googleapis.com/",
  "https://evilpush.apple.com/x",
  "https://fcm.googleapis.com@evil.example/x",
  "http://127.0.0.1:5432/",
  "http://169.254.169.254/latest/meta-data",
])("%s is not, so that nothing is sent to it", (endpoint) => expect(isPushService(endpoint)).toBe(false));

test("a further service is its own origin alone", () => {
  expect(isPushService("http://127.0.0.1:4008/push/1", "http://127.0.0.1:4008")).toBe(true);
  expect(isPushService("http://127.0.0.1:40080/push/1", "http://127.0.0.1:4008")).toBe(false);
});

test("keys have the lengths of a point and of a secret", () => {
  const browser = {
    endpoint: "https://fcm.googleapis.com/x",
    p256dh: Buffer.alloc(65, 4).toString("base64url"),
    auth: Buffer.alloc(16).toString("base64url"),
  };
  expect(PushBrowser.safeParse(browser).success).toBe(true);
  expect(PushBrowser.safeParse({ ...browser, auth: "AAAA" }).success).toBe(false);
  expect(PushBrowser.safeParse({ ...browser, p256dh: "" }).success).toBe(false);
});
