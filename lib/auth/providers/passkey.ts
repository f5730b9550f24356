import "server-only";
import Credentials from "next-auth/providers/credentials";
import { ShowPasskey } from "@/lib/domain/passkey-input";
import { TooManyAttempts } from "../attempts";
import { signInByPasskey } from "../sign-in-passkey";
import { requestFacts } from "./request-facts";

/** A staff member's passkey alone: it holds both factors. `answer` is the authenticator's JSON. */
export const passkeyProvider = () =>
  Credentials({
    id: "passkey",
    credentials: { answer: {} },
    async authorize(sent, request) {
      const form = ShowPasskey.safeParse({ answer: jsonOf(sent?.answer) });
      if (!form.success) return null;
      try {
        const opened = await signInByPasskey(form.data, requestFacts(request), new Date());
        return opened && { id: opened.accountId, sessionId: opened.sessionId };
      } catch (error) {
        if (error instanceof TooManyAttempts) throw new Error("too_many");
        throw error;
      }
    },
  });

function jsonOf(text: string | undefined): unknown {
  try {
    return JSON.parse((text ?? "").slice(0, 20_000));
  } catch {
    return undefined;
  }
}
