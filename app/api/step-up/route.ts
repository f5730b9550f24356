import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { StepUp, type StepUpOffer } from "@/lib/domain/step-up-input";
import { askForPasskey } from "@/lib/flows/account/passkeys";
import { stepUp } from "@/lib/flows/account/step-up";
import { route } from "@/lib/web/route";

/** What the dialog says, in the reader's language, and what a passkey is to answer: both loaded when they are needed. */
export const GET = route("account.step_up", z.strictObject({}), async (run): Promise<StepUpOffer> => {
  const [t, passkey] = await Promise.all([getTranslations("common.stepUp"), askForPasskey(run)]);
  return {
    passkey,
    texts: {
      title: t("title"),
      lead: t("lead"),
      code: t("code"),
      codeHint: t("codeHint"),
      confirm: t("confirm"),
      passkey: t("passkey"),
      cancel: t("cancel"),
      unreachable: t("unreachable"),
    },
  };
});

export const POST = route("account.step_up", StepUp, stepUp);
