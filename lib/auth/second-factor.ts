import "server-only";
import { verify } from "otplib";

const STEP_SECONDS = 30;

/**
 * The time step of a right code (one step early or late is accepted), or null. The caller stores the step,
 * so that a code serves once.
 */
export async function totpStep(secret: string, code: string, now: Date): Promise<number | null> {
  if (!/^\d{6}$/.test(code)) return null;
  const epoch = Math.floor(now.getTime() / 1000);
  const result = await verify({ secret, token: code, epoch, epochTolerance: STEP_SECONDS });
  return result.valid ? Math.floor(epoch / STEP_SECONDS) + result.delta : null;
}
