"use server";

import { addOffering as add } from "@/lib/commands/offering/add";
import { setTerms as set } from "@/lib/commands/offering/set-terms";
import { withdrawTerms as withdraw } from "@/lib/commands/offering/withdraw-terms";
import { AddOffering, SetTerms, WithdrawTerms } from "@/lib/domain/offering-input";
import { action } from "@/lib/web/action";

const shown = { revalidate: "/" };

export const setTerms = action("offering.set", SetTerms, set, shown);
export const withdrawTerms = action("offering.set", WithdrawTerms, withdraw, shown);
export const addOffering = action("offering.add", AddOffering, add, shown);
