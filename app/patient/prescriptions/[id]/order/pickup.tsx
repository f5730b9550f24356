import { getLocale, getTranslations } from "next-intl/server";
import { Card } from "@/components/ui/card";
import { DescriptionList } from "@/components/ui/description-list";
import { formatFen } from "@/components/ui/price";
import { SHELF_DAYS } from "@/lib/domain/order";
import type { DeliveryChoice } from "@/lib/queries/patient/delivery-choice";
import { PickupForm } from "./pickup-form";

/** Collecting at the hospital: where, when, what to bring, what it costs. */
export async function Pickup({ choice }: { choice: DeliveryChoice }) {
  const [t, common, locale] = await Promise.all([
    getTranslations("orders.choice"),
    getTranslations("common"),
    getLocale(),
  ]);
  return (
    <div className="grid gap-5">
      <p>{t("pickupLead", { days: SHELF_DAYS })}</p>
      <Card>
        <DescriptionList
          rows={[
            [t("window"), t("windowText")],
            [t("hours"), t("hoursText")],
            [t("bring"), t("bringText")],
            [t("payNow"), <strong key="sum">{formatFen(choice.medicineFen, locale)}</strong>],
          ]}
        />
      </Card>
      <PickupForm
        prescriptionId={choice.prescription.id}
        submit={t("placePickup")}
        unreachable={common("unreachable")}
      />
    </div>
  );
}
