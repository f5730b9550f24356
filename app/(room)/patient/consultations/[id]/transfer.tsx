import { getLocale, getTranslations } from "next-intl/server";
import { CommandButton } from "@/components/form/command-button";
import { CommandForm } from "@/components/form/command-form";
import { Alert } from "@/components/ui/alert";
import { pick } from "@/lib/i18n/locale";
import type { Room } from "@/lib/queries/room/room";
import { decideTransfer } from "./actions";

/** The doctor proposes a colleague: the patient agrees, or stays. */
export async function Transfer({ transfer }: { transfer: NonNullable<Room["transfer"]> }) {
  const [t, common, locale] = await Promise.all([
    getTranslations("room.transfer"),
    getTranslations("common"),
    getLocale(),
  ]);
  const name = pick(locale, transfer.toDoctor.nameZh, transfer.toDoctor.nameEn);
  return (
    <Alert tone="next" title={t("title", { name })}>
      <p className="mb-3 whitespace-pre-wrap">{transfer.reason}</p>
      <div className="flex flex-wrap gap-2">
        {(["accepted", "declined"] as const).map((decision) => (
          <CommandForm key={decision} action={decideTransfer} unreachable={common("unreachable")} label={t(decision)}>
            <input type="hidden" name="transferId" value={transfer.id} />
            <input type="hidden" name="decision" value={decision} />
            <CommandButton variant={decision === "accepted" ? "next" : "secondary"}>{t(decision)}</CommandButton>
          </CommandForm>
        ))}
      </div>
    </Alert>
  );
}
