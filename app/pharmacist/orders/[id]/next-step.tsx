import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { CommandButton } from "@/components/form/command-button";
import { CommandField } from "@/components/form/command-field";
import { CommandForm } from "@/components/form/command-form";
import { Alert } from "@/components/ui/alert";
import { ButtonLink } from "@/components/ui/button-link";
import { Input, Textarea } from "@/components/ui/input";
import type { DispensingOrder } from "@/lib/queries/pharmacist/dispensing-order";
import { checkOrder, handOverOrder, pickOrder, pickOrderAgain, sealOrder, shelveOrder, shipOrder } from "./actions";
import { ScanField } from "./scan-field";

/** The one thing that comes next for this order, by whoever may do it. */
export async function NextStep({ order, accountId }: { order: DispensingOrder; accountId: string }) {
  const [t, common] = await Promise.all([getTranslations("pharmacist.dispensing"), getTranslations("common")]);
  const step = (
    key: "pick" | "pickAgain" | "check" | "seal" | "shelve" | "ship" | "handOver",
    action: typeof pickOrder,
    fields?: ReactNode,
  ) => (
    <CommandForm
      action={action}
      unreachable={common("unreachable")}
      label={t(`do.${key}`)}
      className="grid max-w-md gap-4"
    >
      <p className="text-ink-muted">{t(`lead.${key}`)}</p>
      <input type="hidden" name="orderId" value={order.id} />
      {fields}
      <CommandButton variant="next" size="lg">
        {t(`do.${key}`)}
      </CommandButton>
    </CommandForm>
  );
  if (order.status === "paid") return step("pick", pickOrder);
  if (order.isStale && (order.status === "picking" || order.status === "checked"))
    return step("pickAgain", pickOrderAgain);
  if (order.status === "picking") {
    if (order.pickedById === accountId) return <Alert tone="info">{t("fourEyes")}</Alert>;
    const promised = order.items.flatMap(({ reservations }) => reservations);
    return step(
      "check",
      checkOrder,
      <>
        {promised.map(({ id }, index) => (
          <ScanField key={id} name="batches[]" label={t("batchRead", { n: index + 1 })} />
        ))}
        <ButtonLink href={`/pharmacist/orders/${order.id}/scan`} variant="secondary">
          {t("scan.title")}
        </ButtonLink>
      </>,
    );
  }
  if (order.status === "checked") return step("seal", sealOrder);
  if (order.status === "sealed" && order.fulfilment === "pickup")
    return step(
      "shelve",
      shelveOrder,
      <CommandField name="shelf" label={t("shelf")}>
        <Input name="shelf" autoComplete="off" />
      </CommandField>,
    );
  if (order.status === "sealed")
    return step(
      "ship",
      shipOrder,
      <CommandField name="trackingNumbers" label={t("tracking")} hint={t("trackingHint")}>
        <Textarea name="trackingNumbers" rows={2} autoComplete="off" autoCapitalize="characters" />
      </CommandField>,
    );
  if (order.status === "ready_for_pickup")
    return step(
      "handOver",
      handOverOrder,
      <>
        <CommandField name="code" label={t("code")}>
          <Input name="code" inputMode="numeric" maxLength={6} autoComplete="off" />
        </CommandField>
        {order.collectorName && (
          <CommandField name="idTail" label={t("idTail", { name: order.collectorName })} hint={t("idTailHint")}>
            <Input name="idTail" maxLength={4} autoComplete="off" autoCapitalize="characters" />
          </CommandField>
        )}
      </>,
    );
  return <p className="text-ink-muted">{t("nothingToDo")}</p>;
}
