import { env } from "@/lib/env";

const isSecure = () => env().NEXTAUTH_URL.startsWith("https:");

/** The session cookie: `__Host-` wherever the configured address is https. */
export function sessionCookie() {
  return {
    name: isSecure() ? "__Host-hospital.session" : "hospital.session",
    options: { httpOnly: true, sameSite: "lax" as const, path: "/", secure: isSecure() },
  };
}
