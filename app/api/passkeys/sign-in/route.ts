import { z } from "zod";
import { askStrangerForPasskey } from "@/lib/auth/sign-in-passkey";
import { route } from "@/lib/web/route";

/** What the browser is to show to sign in by passkey alone. */
export const GET = route("account.ask_for_passkey", z.strictObject({}), (run) => askStrangerForPasskey(run.now));
