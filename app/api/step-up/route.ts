import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { StepUp, type StepUpTexts } from "@/lib/domain/step-up-input";
import { stepUp } from "@/lib/flows/account/step-up";
import { route } from "@/lib/web/route";

/** What the dialog says, in the reader's language: it is loaded when it is needed. */
async function texts(): Promise<StepUpTexts> {
  const t = await getTranslations("common.stepUp");
  return {
    title: t("title"),
    lead: t("lead"),
    code: t("code"),
    codeHint: t("codeHint"),
    confirm: t("confirm"),
    cancel: t("cancel"),
    unreachable: t("unreachable"),
  };
}

export const GET = route("account.step_up", z.strictObject({}), texts);

export const POST = route("account.step_up", StepUp, stepUp);
