import { getTranslations } from "next-intl/server";
import { CommandButton } from "@/components/form/command-button";
import { CommandField } from "@/components/form/command-field";
import { CommandForm } from "@/components/form/command-form";
import { Disclosure } from "@/components/ui/disclosure";
import { Select } from "@/components/ui/select";
import { leaveOutReasons } from "@/lib/domain/dispensing-input";
import { leaveOut } from "./actions";

/** "Not dispensed, because": leaves one line out while the order is picked. */
export async function LeaveOutForm({
  orderId,
  orderItemId,
  name,
}: {
  orderId: string;
  orderItemId: string;
  name: string;
}) {
  const [t, terms, common] = await Promise.all([
    getTranslations("pharmacist.dispensing.leaveOut"),
    getTranslations("terms"),
    getTranslations("common"),
  ]);
  return (
    <Disclosure summary={t("title")}>
      <CommandForm
        action={leaveOut}
        unreachable={common("unreachable")}
        label={`${t("title")} ${name}`}
        className="grid gap-3"
      >
        <p className="text-ink-muted text-sm">{t("lead")}</p>
        <input type="hidden" name="orderId" value={orderId} />
        <input type="hidden" name="orderItemId" value={orderItemId} />
        <CommandField name="reasonCode" label={t("reason")}>
          <Select name="reasonCode">
            {leaveOutReasons.map((reason) => (
              <option key={reason} value={reason}>
                {terms(`leaveOutReason.${reason}`)}
              </option>
            ))}
          </Select>
        </CommandField>
        <span>
          <CommandButton variant="danger">{t("confirm")}</CommandButton>
        </span>
      </CommandForm>
    </Disclosure>
  );
}
