import { z } from "zod";

/** Addresses that an account keeps. */
export const MOST_ADDRESSES = 10;

export const NameAddress = z.strictObject({ addressId: z.uuid() });
export type NameAddress = z.output<typeof NameAddress>;

/** A text that holds an address somewhere. */
export const ReadPasted = z.strictObject({ text: z.string("required").min(1, "required").max(1_000, "too_long") });
export type ReadPasted = z.output<typeof ReadPasted>;
