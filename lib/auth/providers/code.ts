import "server-only";
import Credentials from "next-auth/providers/credentials";
import { z } from "zod";
import { phone, smsCode } from "@/lib/domain/account-input";
import { TooManyAttempts } from "../attempts";
import { signInByCode } from "../sign-in-code";
import { requestFacts } from "./request-facts";

const Form = z.object({ phone, code: smsCode, locale: z.enum(["zh-CN", "en"]).catch("zh-CN") });

/** A mobile number and the code that was sent to it: for patients, known or new. */
export const codeProvider = () =>
  Credentials({
    id: "code",
    credentials: { phone: {}, code: {}, locale: {} },
    async authorize(sent, request) {
      const form = Form.safeParse(sent);
      if (!form.success) return null;
      try {
        const opened = await signInByCode({ ...form.data, ...requestFacts(request) }, new Date());
        return opened && { id: opened.accountId, sessionId: opened.sessionId };
      } catch (error) {
        if (error instanceof TooManyAttempts) throw new Error("too_many");
        throw error;
      }
    },
  });
