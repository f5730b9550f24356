import { z } from "zod";
import { pin } from "./prescription-input";

export const SwitchLanguage = z.strictObject({ locale: z.enum(["zh-CN", "en"]) });
export type SwitchLanguage = z.output<typeof SwitchLanguage>;

/** R5: said in so many words. */
export const ConfirmIdentity = z.strictObject({ isMe: z.literal("yes") });

/** New codes make the old ones worthless: asked for on purpose. */
export const RenewRecoveryCodes = z.strictObject({ replacesOld: z.literal("yes") });

/** A mainland mobile number: +86, spaces and full-width digits are taken as typed. */
export const phone = z
  .string("phone_invalid")
  .max(40, "phone_invalid")
  .transform((text) =>
    text
      .normalize("NFKC")
      .replace(/[\s-]/g, "")
      .replace(/^(\+|00)86/, ""),
  )
  .refine((text) => /^1[3-9]\d{9}$/.test(text), "phone_invalid");

/** A code as typed: spaces and full-width digits are taken. */
export const smsCode = z
  .string("code_wrong")
  .max(40, "code_wrong")
  .transform((text) => text.normalize("NFKC").replace(/\s/g, ""))
  .refine((text) => /^\d{6}$/.test(text), "code_wrong");

const common = new Set([
  "1234567890",
  "0123456789",
  "1111111111",
  "password123",
  "qwertyuiop",
  "1q2w3e4r5t",
  "abcd123456",
]);
const isGuessable = (text: string) => common.has(text.toLowerCase()) || new Set(text).size <= 3;
const password = z
  .string("password_too_short")
  .min(10, "password_too_short_patient")
  .max(200, "too_long")
  .refine((text) => !isGuessable(text), "password_too_common");

/** Staff's passwords are longer: more hangs on them. */
export const staffPassword = z
  .string("required")
  .min(12, "password_too_short")
  .max(200, "too_long")
  .refine((text) => !isGuessable(text), "password_too_common");

export const SendSignInCode = z.strictObject({ phone });
export type SendSignInCode = z.output<typeof SendSignInCode>;

/** For a code to one's own number, or to the number that is to take its place. */
export const SendOwnCode = z.discriminatedUnion("purpose", [
  z.strictObject({ purpose: z.literal("set_password") }),
  z.strictObject({ purpose: z.literal("change_phone"), phone }),
]);
export type SendOwnCode = z.output<typeof SendOwnCode>;

export const SetPassword = z.strictObject({ code: smsCode, password });
export type SetPassword = z.output<typeof SetPassword>;

export const ChangePhone = z.strictObject({ phone, code: smsCode });
export type ChangePhone = z.output<typeof ChangePhone>;

export const EndSession = z.strictObject({ sessionId: z.uuid() });
export type EndSession = z.output<typeof EndSession>;

export const EndOtherSessions = z.strictObject({ all: z.literal("others") });

export const ChangePassword = z.strictObject({
  current: z.string("required").min(1, "required").max(200, "too_long"),
  password: staffPassword,
});
export type ChangePassword = z.output<typeof ChangePassword>;

const isEasyPin = (pin: string) =>
  new Set(pin).size <= 2 || "01234567890123456789".includes(pin) || "98765432109876543210".includes(pin);

/** R33: the PIN that opens one's own signing key, typed twice. */
export const SetSigningPin = z
  .strictObject({ pin: pin.refine((digits) => !isEasyPin(digits), "pin_too_easy"), again: z.string().max(12) })
  .refine(({ pin, again }) => pin === again, { path: ["again"], error: "pin_differs" });
export type SetSigningPin = z.output<typeof SetSigningPin>;
