"use server";

import { saveMedicine as save } from "@/lib/commands/formulary/save";
import { SaveMedicine } from "@/lib/domain/formulary-input";
import { action } from "@/lib/web/action";

export const saveMedicine = action("formulary.save", SaveMedicine, save, { revalidate: "/admin/formulary" });
