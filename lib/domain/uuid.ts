import { z } from "zod";

const uuid = z.uuid();

/** Whether an address names an id at all: anything else is not-found, not a fault of the database. */
export const isUuid = (text: string): boolean => uuid.safeParse(text).success;
