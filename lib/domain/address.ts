import { z } from "zod";
import { line } from "./text-input";
import { isDistrict } from "./vocabulary/areas";

/** A Chinese mobile number as people write it: spaces, hyphens and the country's code are left out. */
export const mobile = z
  .string("mobile_invalid")
  .max(40, "mobile_invalid")
  .transform((text) =>
    text
      .normalize("NFKC")
      .replace(/[\s-]/g, "")
      .replace(/^(\+|00)86/, ""),
  )
  .refine((text) => /^1[3-9]\d{9}$/.test(text), "mobile_invalid");

/** What a parcel is addressed with; a form sends these fields beside its own. */
export const addressFields = {
  recipient: line({ min: 2, max: 40, tooShort: "recipient_missing" }),
  phone: mobile,
  /** A district of the mainland, by GB/T 2260; where carriers drive is their rate tables' to say. */
  areaCode: z.string("area_missing").refine(isDistrict, "area_missing"),
  detail: line({ min: 5, max: 120, tooShort: "address_too_short", tooLong: "address_too_long" }),
} as const;

/** What is sealed with an order; the area stands beside it in the clear. */
const Sealed = z.object({ recipient: z.string(), phone: z.string(), detail: z.string() });
export type Address = z.output<typeof Sealed>;

export const addressText = ({ recipient, phone, detail }: Address): string =>
  JSON.stringify({ recipient, phone, detail });

/** Reads what `addressText` wrote. */
export const readAddress = (text: string): Address => Sealed.parse(JSON.parse(text));

/** 13812345678 → 138****5678. */
export const maskMobile = (phone: string): string => phone.replace(/^(\d{3})\d+(\d{4})$/, "$1****$2");
