import { getCsrfToken } from "next-auth/react";

/**
 * Leads to WeChat's sign-in and, afterwards, to `callbackUrl`. By hand, since the library's own `signIn` loads this page anew
 * where an address has a `#`, and WeChat's must have one. Throws where the server does not answer.
 */
export async function goToWechat(callbackUrl: string): Promise<void> {
  const csrfToken = (await getCsrfToken()) ?? "";
  const body = new URLSearchParams({ csrfToken, callbackUrl, json: "true" });
  const answer = await fetch("/api/auth/signin/wechat", { method: "POST", body });
  const { url }: { url?: unknown } = await answer.json();
  if (!answer.ok || typeof url !== "string") throw new Error(`sign-in answered ${answer.status}`);
  window.location.assign(url);
}
