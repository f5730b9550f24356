import { getLocale, getTranslations } from "next-intl/server";
import type { ComponentProps } from "react";
import { CommandButton } from "@/components/form/command-button";
import { CommandForm } from "@/components/form/command-form";
import { Disclosure } from "@/components/ui/disclosure";
import { pick } from "@/lib/i18n/locale";
import type { requestThread } from "@/lib/queries/pharmacist/requests";
import { PackFields } from "./pack-fields";

/** Sends packs of an order once more, free of charge: an order of its own that goes over the bench. */
export async function SendAgainForm({
  request,
  action,
}: {
  request: Awaited<ReturnType<typeof requestThread>>;
  action: ComponentProps<typeof CommandForm>["action"];
}) {
  const [t, common, locale] = await Promise.all([
    getTranslations("pharmacist.requests"),
    getTranslations("common"),
    getLocale(),
  ]);
  const lines = request.order.items.filter(({ packs, refundedPacks }) => refundedPacks < packs);
  if (lines.length === 0) return null;
  return (
    <Disclosure summary={t("sendAgain")}>
      <CommandForm action={action} unreachable={common("unreachable")} label={t("sendAgain")} className="grid gap-3">
        <p className="text-ink-muted text-sm">{t("sendAgainLead")}</p>
        <input type="hidden" name="requestId" value={request.id} />
        <PackFields
          lines={lines.map(({ id, packs, refundedPacks, medicine }) => ({
            id,
            label: t("sendAgainPacks", {
              name: pick(locale, medicine.nameZh, medicine.nameEn),
              most: packs - refundedPacks,
            }),
            most: packs - refundedPacks,
          }))}
        />
        <span>
          <CommandButton variant="secondary">{t("sendAgain")}</CommandButton>
        </span>
      </CommandForm>
    </Disclosure>
  );
}
