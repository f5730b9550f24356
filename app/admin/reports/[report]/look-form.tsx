import { getTranslations } from "next-intl/server";
import { CommandButton } from "@/components/form/command-button";
import { CommandField } from "@/components/form/command-field";
import { CommandForm } from "@/components/form/command-form";
import { Alert } from "@/components/ui/alert";
import { Textarea } from "@/components/ui/input";
import { lookAtPrescribers } from "../actions";

/** R30: who wants to see statistics by prescriber says why. */
export async function LookForm() {
  const [t, common] = await Promise.all([getTranslations("reports.look"), getTranslations("common")]);
  return (
    <CommandForm
      action={lookAtPrescribers}
      unreachable={common("unreachable")}
      label={t("title")}
      className="grid gap-4"
    >
      <Alert tone="warning" title={t("title")}>
        {t("lead")}
      </Alert>
      <CommandField name="reason" label={t("reason")} hint={t("hint")}>
        <Textarea name="reason" maxLength={500} />
      </CommandField>
      <div>
        <CommandButton>{t("submit")}</CommandButton>
      </div>
    </CommandForm>
  );
}
