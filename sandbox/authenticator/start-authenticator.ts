import { generate } from "otplib";
import { demoSignIns } from "../../prisma/seed/sign-ins";
import { get, json, serve } from "../http";
import { html, page } from "../page";

const STEP_SECONDS = 30;

/** The code that a demonstration account's authenticator shows at this moment. */
export const codeNow = (secret: string, now: Date): Promise<string> =>
  generate({ secret, epoch: Math.floor(now.getTime() / 1000) });

/**
 * The phone with everybody's authenticator app: the six digits (TOTP, RFC 6238) that demonstration staff type when they sign in.
 * `/` for people, `/codes` as JSON.
 */
export async function startAuthenticator({ port }: { port: number }) {
  const staff = demoSignIns.flatMap(({ totpSecret, ...signIn }) => (totpSecret ? [{ ...signIn, totpSecret }] : []));
  const codes = (now: Date) =>
    Promise.all(
      staff.map(async ({ totpSecret, role, account, note }) => ({
        role,
        account,
        note,
        code: await codeNow(totpSecret, now),
      })),
    );
  return serve({
    port,
    routes: [
      get("/health", () => json({ ok: true })),
      get("/codes", async () => json(await codes(new Date()))),
      get("/", async () => {
        const now = new Date();
        const left = STEP_SECONDS - (Math.floor(now.getTime() / 1000) % STEP_SECONDS);
        const rows = (await codes(now)).map(
          ({ role, account, note, code }) =>
            html`<tr><td>${account}</td><td>${note}</td><td>${role}</td><td><strong>${code}</strong></td></tr>`,
        );
        return page({
          title: "验证器 Authenticator",
          refreshSeconds: left + 1,
          body: html`<h1>验证器 Authenticator</h1>
<p class="muted">演示医务人员登录用的动态验证码，${left} 秒后更换，每个只能用一次。 Codes with which demonstration staff sign in; they change in ${left} s and serve once.</p>
<table><thead><tr><th>工号 Account</th><th>姓名 Name</th><th>角色 Role</th><th>验证码 Code</th></tr></thead><tbody>${rows}</tbody></table>`,
        });
      }),
    ],
  });
}
