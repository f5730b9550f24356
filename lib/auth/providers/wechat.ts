import "server-only";
import { timingSafeEqual } from "node:crypto";
import type { OAuthConfig } from "next-auth/providers/oauth";
import { env } from "@/lib/env";
import { authorizeAddress, openIdOf } from "@/lib/gateways/wechat";
import { signInByWechat } from "../sign-in-wechat";

interface Phone {
  /** The openid. */
  readonly sub: string;
}

/** WeChat's web authorization: whose phone it is, without a question. Its names of parameters are its own, so the code is changed here. */
export const wechatProvider = (): OAuthConfig<Phone> => ({
  id: "wechat",
  name: "WeChat",
  type: "oauth",
  checks: ["state"],
  clientId: env().WECHAT_APP_ID,
  clientSecret: env().WECHAT_APP_SECRET,
  authorization: {
    url: authorizeAddress(),
    params: { appid: env().WECHAT_APP_ID, response_type: "code", scope: "snsapi_base" },
  },
  token: {
    // The state is compared here, since the library does so only for tokens that it fetches itself.
    async request({ params, checks }) {
      if (!params.code || !isSame(params.state, checks.state)) throw new Error("WeChat came back with a foreign state");
      return { tokens: { openid: await openIdOf(params.code) } };
    },
  },
  userinfo: { request: async ({ tokens }) => ({ sub: String(tokens.openid) }) },
  profile: async ({ sub }) => ({ id: "wechat", ...(await signInByWechat(sub, new Date())) }),
});

function isSame(given: string | undefined, kept: string | undefined): boolean {
  const [left, right] = [Buffer.from(given ?? ""), Buffer.from(kept ?? "")];
  return left.length > 0 && left.length === right.length && timingSafeEqual(left, right);
}
