import { randomInt } from "node:crypto";
import { expect } from "@playwright/test";
import { setting } from "./settings";

/** A mobile number that no other test has. */
export const newPhone = (): string => `177${String(randomInt(100_000_000)).padStart(8, "0")}`;

/** The code of the newest message that the phone has received. */
export async function smsCode(phone: string): Promise<string> {
  const answer = await fetch(`${setting("SMS_URL")}/messages?phone=${phone}`);
  const [newest] = (await answer.json()) as { text: string }[];
  const code = /\d{6}/.exec(newest?.text ?? "")?.[0];
  expect(code, "the phone has received a code").toBeDefined();
  return code ?? "";
}
