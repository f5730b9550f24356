import { getTranslations } from "next-intl/server";
import { CommandButton } from "@/components/form/command-button";
import { CommandField } from "@/components/form/command-field";
import { CommandForm } from "@/components/form/command-form";
import { Disclosure } from "@/components/ui/disclosure";
import { Input } from "@/components/ui/input";
import type { MyOrderPage } from "@/lib/queries/patient/order";
import { nameCollector } from "./actions";

/** Who collects the order instead of the patient. */
export async function CollectorForm({ order }: { order: MyOrderPage }) {
  const [t, common] = await Promise.all([getTranslations("orders.order.collect"), getTranslations("common")]);
  const { id, collector } = order;
  return (
    <Disclosure summary={t("proxy")}>
      <CommandForm action={nameCollector} unreachable={common("unreachable")} label={t("proxy")} className="grid gap-3">
        <p className="text-ink-muted text-sm">
          {collector ? t("proxyIs", { name: collector.name, tail: collector.idTail }) : t("proxyLead")}
        </p>
        <input type="hidden" name="orderId" value={id} />
        <CommandField name="collectorName" label={t("proxyName")}>
          <Input name="collectorName" maxLength={50} autoComplete="off" />
        </CommandField>
        <CommandField name="idTail" label={t("proxyTail")}>
          <Input name="idTail" maxLength={4} autoComplete="off" autoCapitalize="characters" />
        </CommandField>
        <CommandButton>{t("proxySave")}</CommandButton>
      </CommandForm>
    </Disclosure>
  );
}
