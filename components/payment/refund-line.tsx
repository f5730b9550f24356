import { getLocale, getTranslations } from "next-intl/server";
import { formatMoment } from "@/components/ui/moment";
import { formatFen } from "@/components/ui/price";
import { StatusPill } from "@/components/ui/status-pill";
import type { RefundStatus } from "@/lib/domain/payment";

interface Refund {
  readonly amountFen: number;
  readonly status: RefundStatus;
  readonly reasonCode: string;
  readonly expectedAt: Date;
  readonly settledAt: Date | null;
}

const tones = { pending: "info", succeeded: "success", failed: "warning" } as const;

/** One refund: how much, why, how far it is, and by when the money should be back. */
export async function RefundLine({ refund }: { refund: Refund }) {
  const [t, terms, locale] = await Promise.all([
    getTranslations("orders.payment"),
    getTranslations("terms"),
    getLocale(),
  ]);
  const { status, settledAt, expectedAt } = refund;
  const day = (at: Date) => formatMoment(at, locale, "date");
  return (
    <div className="grid gap-1">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <span>{t("refund", { amount: formatFen(refund.amountFen, locale) })}</span>
        <StatusPill tone={tones[status]} open={status === "pending"}>
          {terms(`refundStatus.${status}`)}
        </StatusPill>
      </div>
      <p className="text-ink-muted text-sm">
        {terms(`refundReason.${refund.reasonCode}`)} ·{" "}
        {status === "pending" && t("expected", { date: day(expectedAt) })}
        {status === "succeeded" && t("arrived", { date: day(settledAt ?? expectedAt) })}
        {status === "failed" && t("held")}
      </p>
    </div>
  );
}
