import "server-only";
import { makeCode } from "@/lib/commands/account/issue-code";
import { attemptLimit } from "@/lib/db/attempt-limit";
import type { CodePurpose } from "@/lib/db/generated/client";
import { type Run, transact } from "@/lib/db/transact";
import type { SendOwnCode, SendSignInCode } from "@/lib/domain/account-input";
import { asPerson } from "@/lib/domain/actor";
import { CODE_MINUTES, CODES_A_NUMBER, CODES_AN_ADDRESS, RESEND_SECONDS } from "@/lib/domain/one-time-code";
import { Refusal } from "@/lib/errors";
import { sendCodeBySms } from "@/lib/gateways/sms";
import { ownPhone } from "@/lib/queries/account/phone";

const limits = {
  number: attemptLimit("code-number", CODES_A_NUMBER),
  address: attemptLimit("code-address", CODES_AN_ADDRESS),
};

export interface CodeSent {
  /** After so many seconds another can be asked for. */
  readonly againIn: number;
}

async function send(run: Run, purpose: CodePurpose, phone: string, address: string): Promise<CodeSent> {
  await limits.address.consume(address);
  await limits.number.consume(phone);
  try {
    const code = await transact(run, makeCode, { purpose, phone });
    await sendCodeBySms(phone, code, CODE_MINUTES);
  } catch (error) {
    // What was never sent does not use up what a person may ask for.
    if (error instanceof Refusal) await Promise.all([limits.number.giveBack(phone), limits.address.giveBack(address)]);
    throw error;
  }
  return { againIn: RESEND_SECONDS };
}

/**
 * Sends the code with which somebody registers or signs in: the same answer, after the same work, for numbers that are known and that
 * are not. Refusals: `too_many`, `code_just_sent`, `sms_limit`, `sms_unavailable`.
 */
export async function sendSignInCode(run: Run, { phone }: SendSignInCode): Promise<CodeSent> {
  const address = run.actor.role === "stranger" ? run.actor.address : "";
  return send(run, "sign_in", phone, address);
}

/** Sends a code to one's own number, or to the one that is to take its place. Refusals as above, and `no_phone`. */
export async function sendOwnCode(run: Run, wanted: SendOwnCode): Promise<CodeSent> {
  const actor = asPerson(run.actor);
  const phone = wanted.purpose === "change_phone" ? wanted.phone : await ownPhone(actor);
  if (phone === null) throw new Refusal("no_phone");
  return send(run, wanted.purpose, phone, actor.accountId);
}
