import "server-only";
import { countFigures } from "@/lib/db/sql/doctor-figures";

/** Keeps what the lists of doctors show: ratings and answer times. Returns for how many doctors something changed. */
export const refreshFigures = (now: Date): Promise<number> => countFigures(now);
