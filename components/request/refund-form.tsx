import { getLocale, getTranslations } from "next-intl/server";
import type { ComponentProps } from "react";
import { CommandButton } from "@/components/form/command-button";
import { CommandChoice } from "@/components/form/command-choice";
import { CommandField } from "@/components/form/command-field";
import { CommandForm } from "@/components/form/command-form";
import { Disclosure } from "@/components/ui/disclosure";
import { Textarea } from "@/components/ui/input";
import { formatFen } from "@/components/ui/price";
import { Select } from "@/components/ui/select";
import { StatusPill } from "@/components/ui/status-pill";
import { givenReasons } from "@/lib/domain/payment";
import { pick } from "@/lib/i18n/locale";
import type { requestThread } from "@/lib/queries/pharmacist/requests";
import { PackFields } from "./pack-fields";

type Request = Awaited<ReturnType<typeof requestThread>>;

const tones = { pending: "info", succeeded: "success", failed: "warning" } as const;

/** What was given back on a request, and by whom. */
export async function GivenRefunds({ refunds }: { refunds: Request["refunds"] }) {
  const [t, terms, locale] = await Promise.all([
    getTranslations("money.refund"),
    getTranslations("terms"),
    getLocale(),
  ]);
  if (refunds.length === 0) return null;
  return (
    <section aria-label={t("given")} className="grid gap-2">
      {refunds.map(({ id, amountFen, status, reasonCode, note, by }) => (
        <p key={id} className="flex flex-wrap items-center gap-x-3 gap-y-1 rounded-md bg-surface-sunken p-3 text-sm">
          <strong className="tabular-nums">{formatFen(amountFen, locale)}</strong>
          <StatusPill tone={tones[status]} open={status === "pending"}>
            {terms(`refundStatus.${status}`)}
          </StatusPill>
          <span>{terms(`refundReason.${reasonCode}`)}</span>
          <span className="text-ink-muted">{t("by", { name: by })}</span>
          <span className="w-full">{note}</span>
        </p>
      ))}
    </section>
  );
}

/** Gives money back on a request: all that is left, packs of the lines, or the delivery. */
export async function RefundForm({
  request,
  give,
}: {
  request: Request;
  give: ComponentProps<typeof CommandForm>["action"];
}) {
  const [t, terms, common, locale] = await Promise.all([
    getTranslations("money.refund"),
    getTranslations("terms"),
    getTranslations("common"),
    getLocale(),
  ]);
  const { order } = request;
  const fen = (amount: number) => formatFen(amount, locale);
  const leftOf = (purpose?: string) =>
    order.payments
      .filter((payment) => !purpose || payment.purpose === purpose)
      .reduce((sum, { amountFen, refundedFen }) => sum + amountFen - refundedFen, 0);
  const delivery = leftOf("delivery");
  if (leftOf() === 0) return <p className="text-ink-muted">{t("nothing")}</p>;
  const lines = order.items.filter(({ packs, refundedPacks }) => refundedPacks < packs);
  return (
    <Disclosure summary={t("title")}>
      <CommandForm action={give} unreachable={common("unreachable")} label={t("title")} className="grid gap-4">
        <p className="text-ink-muted text-sm">{t("lead")}</p>
        <input type="hidden" name="requestId" value={request.id} />
        <CommandChoice
          legend={t("what")}
          name="what"
          options={[
            { value: "whole", label: t("whole"), hint: t("wholeHint", { amount: fen(leftOf()) }) },
            ...(lines.length > 0
              ? [{ value: "lines", label: t("lines"), hint: t("left", { amount: fen(leftOf("medicine")) }) }]
              : []),
            ...(delivery > 0
              ? [{ value: "delivery", label: t("delivery"), hint: t("left", { amount: fen(delivery) }) }]
              : []),
          ]}
        />
        <PackFields
          lines={lines.map(({ id, packs, refundedPacks, medicine }) => ({
            id,
            label: t("packs", { name: pick(locale, medicine.nameZh, medicine.nameEn), most: packs - refundedPacks }),
            most: packs - refundedPacks,
          }))}
        />
        <CommandField name="reasonCode" label={t("reason")}>
          <Select name="reasonCode">
            {givenReasons.map((value) => (
              <option key={value} value={value}>
                {terms(`refundReason.${value}`)}
              </option>
            ))}
          </Select>
        </CommandField>
        <CommandField name="note" label={t("note")}>
          <Textarea name="note" rows={2} maxLength={300} />
        </CommandField>
        <CommandButton variant="next">{t("give")}</CommandButton>
      </CommandForm>
    </Disclosure>
  );
}
