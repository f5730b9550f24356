import "server-only";
import Credentials from "next-auth/providers/credentials";
import { z } from "zod";
import { TooManyAttempts } from "../attempts";
import { signIn } from "../sign-in";
import { requestFacts } from "./request-facts";

const Form = z.object({
  login: z.string().trim().min(1).max(64),
  password: z.string().min(1).max(200),
  code: z.string().trim().max(20).default(""),
});

/** Mobile or staff number with a password, and for staff the code of the second factor. */
export const passwordProvider = () =>
  Credentials({
    id: "credentials",
    credentials: { login: {}, password: {}, code: {} },
    async authorize(sent, request) {
      const form = Form.safeParse(sent);
      if (!form.success) return null;
      try {
        const opened = await signIn({ ...form.data, ...requestFacts(request) }, new Date());
        return opened && { id: opened.accountId, sessionId: opened.sessionId };
      } catch (error) {
        if (error instanceof TooManyAttempts) throw new Error("too_many");
        throw error;
      }
    },
  });
