import { adultsDoctors } from "./doctors/adults";
import { childrensDoctors } from "./doctors/children";
import { womensDoctors } from "./doctors/women";
import type { Doctor } from "./types";

/** Thirty invented doctors, three a department; any likeness of a name is chance. */
export const doctors: readonly Doctor[] = [...womensDoctors, ...adultsDoctors, ...childrensDoctors];
