import { getTranslations } from "next-intl/server";
import { PayButton } from "@/components/payment/pay-button";
import { Alert } from "@/components/ui/alert";
import { QrCode } from "@/components/ui/qr-code";
import type { Tone } from "@/components/ui/tone";
import type { PaymentStatus } from "@/lib/domain/payment";
import type { MyPayment } from "@/lib/queries/patient/payment";
import { beginPayment } from "../actions";

const tones: Record<PaymentStatus, Tone> = {
  pending: "warning",
  succeeded: "success",
  failed: "danger",
  lapsed: "neutral",
  refunded: "info",
};

/** What is to be paid by this payment, as its thing is named to the gateway. */
function whatIsPaid({ purpose, orderId, consultationId }: MyPayment) {
  if (purpose === "consultation_fee") return consultationId ? { purpose, consultationId } : null;
  return orderId ? { purpose, orderId } : null;
}

/** How far a payment is, and the way on where it can still be made. */
export async function Outcome({ payment }: { payment: MyPayment }) {
  const [t, common] = await Promise.all([getTranslations("orders.payment"), getTranslations("common")]);
  const { status, order, consultation, checkoutUrl } = payment;
  const what = whatIsPaid(payment);
  const isOpen = (order ?? consultation)?.status === "awaiting_payment";
  const canGoOn = what && isOpen && (status === "pending" || status === "failed");
  const isGoingBack = status === "succeeded" && payment.refundedFen > 0;
  return (
    <Alert
      tone={isGoingBack ? "info" : tones[status]}
      live
      title={isGoingBack ? t("partly") : t(`${status}.title`)}
      action={
        canGoOn && (
          <PayButton begin={beginPayment} what={what} unreachable={common("unreachable")}>
            {t("continue")}
          </PayButton>
        )
      }
    >
      {t(`${status}.text`)}
      {canGoOn && status === "pending" && checkoutUrl && (
        <span className="mt-3 grid max-w-56 justify-items-center gap-1 max-md:hidden">
          <QrCode text={checkoutUrl} label={t("qr")} className="w-full rounded-md" />
          {t("scan")}
        </span>
      )}
    </Alert>
  );
}
