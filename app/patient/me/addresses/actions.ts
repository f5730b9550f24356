"use server";

import { removeAddress as remove } from "@/lib/commands/address/remove";
import { setDefaultAddress as setDefault } from "@/lib/commands/address/set-default";
import { NameAddress } from "@/lib/domain/saved-address";
import { action } from "@/lib/web/action";

const shown = { revalidate: "/patient/me/addresses" };

export const removeAddress = action("address.remove", NameAddress, remove, shown);
export const setDefaultAddress = action("address.set_default", NameAddress, setDefault, shown);
