import { getTranslations } from "next-intl/server";
import { Dialog } from "@/components/ui/dialog";
import { CancelForm } from "./cancel-form";

/** An order can be called off until a second pharmacist has checked it. */
export async function Cancel({ orderId }: { orderId: string }) {
  const [t, common] = await Promise.all([getTranslations("orders.order"), getTranslations("common")]);
  return (
    <Dialog trigger={t("cancel")} title={t("cancelTitle")} closeLabel={common("actions.close")} variant="quiet">
      <p className="mb-4">{t("cancelLead")}</p>
      <CancelForm orderId={orderId} submit={t("cancelConfirm")} unreachable={common("unreachable")} />
    </Dialog>
  );
}
