"use server";

import { switchLanguage as switchLanguageCommand } from "@/lib/commands/account/switch-language";
import { SwitchLanguage } from "@/lib/domain/account-input";
import { action } from "@/lib/web/action";

export const switchLanguage = action("account.switch_language", SwitchLanguage, switchLanguageCommand);
