"use server";

import { decideDestruction as decide } from "@/lib/commands/retention/decide";
import { liftHold as lift, placeHold as place } from "@/lib/commands/retention/hold";
import { proposeDestruction as propose } from "@/lib/commands/retention/propose";
import { DecideDestruction, LiftHold, PlaceHold, ProposeDestruction } from "@/lib/domain/retention-input";
import { action } from "@/lib/web/action";

const shown = { revalidate: "/admin/retention" };

export const proposeDestruction = action("retention.propose", ProposeDestruction, propose, shown);
export const decideDestruction = action("retention.decide", DecideDestruction, decide, shown);
export const placeHold = action("retention.hold", PlaceHold, place, shown);
export const liftHold = action("retention.hold", LiftHold, lift, shown);
