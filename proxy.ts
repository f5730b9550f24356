import { type NextRequest, NextResponse } from "next/server";
import { appOrigin, env } from "@/lib/env";

/** What a document of personal data may load: our own scripts by nonce, the realtime service, nothing else. */
function contentSecurityPolicy(nonce: string): string {
  const { PUSHER_HOST, PUSHER_PORT, PUSHER_TLS, NODE_ENV } = env();
  const realtime = `${PUSHER_TLS ? "wss" : "ws"}://${PUSHER_HOST}:${PUSHER_PORT}`;
  const evaluation = NODE_ENV === "development" ? " 'unsafe-eval'" : "";
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${evaluation}`,
    `style-src 'self' 'nonce-${nonce}'`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' blob: data:",
    "media-src 'self' blob:",
    `connect-src 'self' ${realtime}`,
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; ");
}

/** The documents that may open the camera or the microphone: no other may (`proof` 18). */
const CALL = /^\/(patient|doctor)\/consultations\/[^/]+\/call$/;
const ROOM = /^\/(patient|doctor)\/consultations\/[^/]+$/;
const SCAN = /^\/(patient\/people|pharmacist\/orders)\/[^/]+\/scan$/;

const permissions = (path: string) => {
  const camera = CALL.test(path) || SCAN.test(path) ? "self" : "";
  const microphone = CALL.test(path) || ROOM.test(path) ? "self" : "";
  return `camera=(${camera}), microphone=(${microphone}), geolocation=(), payment=(), usb=()`;
};

/**
 * The outermost door. A server action's Origin must be ours, wherever it is posted to; documents of the portals get
 * their Content-Security-Policy and Permissions-Policy. Who may do what is decided further in.
 */
export function proxy(request: NextRequest) {
  if (request.headers.has("next-action") && request.headers.get("origin") !== appOrigin())
    return new NextResponse(null, { status: 403 });
  const headers = new Headers(request.headers);
  const policy = contentSecurityPolicy(Buffer.from(crypto.randomUUID()).toString("base64"));
  headers.set("content-security-policy", policy);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set("content-security-policy", policy);
  response.headers.set("permissions-policy", permissions(request.nextUrl.pathname));
  response.headers.set("cache-control", "no-store");
  if (appOrigin().startsWith("https:"))
    response.headers.set("strict-transport-security", "max-age=63072000; includeSubDomains");
  return response;
}

export const config = {
  matcher: [
    "/(patient|doctor|pharmacist|admin|sign-in|styleguide)/:path*",
    { source: "/:path*", has: [{ type: "header", key: "next-action" }] },
  ],
};
