"use server";

import { removeTemplate as remove } from "@/lib/commands/template/remove";
import { saveTemplate as save } from "@/lib/commands/template/save";
import { RemoveTemplate, SaveTemplate } from "@/lib/domain/template-input";
import { action } from "@/lib/web/action";

export const saveTemplate = action("template.save", SaveTemplate, save, { revalidate: "/doctor" });
export const removeTemplate = action("template.remove", RemoveTemplate, remove, { revalidate: "/doctor" });
