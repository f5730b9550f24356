import "server-only";
import { attemptLimit } from "@/lib/db/attempt-limit";

export { TooManyAttempts } from "@/lib/db/attempt-limit";

/** Five failures in 15 minutes for an account from one address, thirty from anywhere (`proof` 8). */
export const signInAttempts = {
  fromAddress: attemptLimit("sign-in-address", 5),
  ofAccount: attemptLimit("sign-in-account", 30),
};
