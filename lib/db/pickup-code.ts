import "server-only";
import { randomInt } from "node:crypto";
import { seal } from "./seal";

/** Six digits that whoever collects an order shows at the window, sealed. */
export const newPickupCode = (): string => seal(String(randomInt(1_000_000)).padStart(6, "0"));
