import { getLocale, getTranslations } from "next-intl/server";
import { Alert } from "@/components/ui/alert";
import { ButtonLink } from "@/components/ui/button-link";
import { Countdown } from "@/components/ui/countdown";
import { NextStep } from "@/components/ui/next-step";
import type { Tone } from "@/components/ui/tone";
import type { PrescriptionStatus } from "@/lib/domain/prescription";
import type { MyPrescriptionPage } from "@/lib/queries/patient/prescription";

const tones: Partial<Record<PrescriptionStatus, Tone>> = {
  approved: "success",
  dispensed: "success",
  refused: "danger",
  returned: "warning",
};

/** Where a prescription stands: to be paid while it is valid (R15), or what is being done, or why it is over. */
export async function Standing({ prescription, now }: { prescription: MyPrescriptionPage; now: Date }) {
  const [t, texts, locale] = await Promise.all([
    getTranslations("orders.prescription"),
    getTranslations("orders"),
    getLocale(),
  ]);
  const { id, order, validUntil } = prescription;
  const isOverdue = prescription.status === "approved" && !order && validUntil !== null && validUntil <= now;
  const status = isOverdue ? "expired" : prescription.status;
  if (status === "approved" && !order)
    return (
      <NextStep
        label={texts("nextLabel")}
        title={t("pay")}
        due={
          validUntil && (
            <>
              {texts("due")}
              <Countdown due={validUntil.toISOString()} from={now.toISOString()} locale={locale} over={texts("over")} />
            </>
          )
        }
        action={
          <ButtonLink href={`/patient/prescriptions/${id}/order`} variant="next" size="lg">
            {t("choose")}
          </ButtonLink>
        }
      >
        {t("payLead")}
      </NextStep>
    );
  return (
    <Alert
      tone={tones[status] ?? "info"}
      title={t(`state.${status}.title`)}
      action={order && <ButtonLink href={`/patient/orders/${order.id}`}>{t("openOrder")}</ButtonLink>}
    >
      {t(`state.${status}.text`)}
    </Alert>
  );
}
