"use server";

import { actFor as actForCommand } from "@/lib/commands/account/act-for";
import { decideFamilyClaim } from "@/lib/commands/claim/decide";
import { withdrawClaim as withdrawCommand } from "@/lib/commands/claim/withdraw";
import { removePatient as removePatientCommand } from "@/lib/commands/patient/remove";
import { revealIdNumber as revealCommand } from "@/lib/commands/patient/reveal";
import { DecideClaim, ProveClaim, WithdrawClaim } from "@/lib/domain/claim";
import { ActFor, OwnPerson } from "@/lib/domain/patient-input";
import { proveClaim as proveFlow } from "@/lib/flows/claim/prove";
import { action, flowAction } from "@/lib/web/action";

const options = { revalidate: "/patient" };

export const removePatient = action("patient.remove", OwnPerson, removePatientCommand, options);
export const revealIdNumber = action("patient.reveal_id", OwnPerson, revealCommand);
export const actFor = action("account.act_for", ActFor, actForCommand, options);
export const decideClaim = action("claim.decide", DecideClaim, decideFamilyClaim, options);
export const withdrawClaim = action("claim.withdraw", WithdrawClaim, withdrawCommand, options);
export const proveClaim = flowAction("claim.prove", ProveClaim, proveFlow, options);
