import { getLocale, getTranslations } from "next-intl/server";
import { Alert } from "@/components/ui/alert";
import { ButtonLink } from "@/components/ui/button-link";
import { PageHeader } from "@/components/ui/page-header";
import { requireActor } from "@/lib/auth/actor";
import { isAddressOpen } from "@/lib/domain/order";
import { pick } from "@/lib/i18n/locale";
import { pageTitle } from "@/lib/i18n/metadata";
import { orderAddress } from "@/lib/queries/patient/order";
import { orNotFound } from "@/lib/web/or-not-found";
import { AddressForm } from "./address-form";

export const generateMetadata = pageTitle("orders", "address.title");

export default async function AddressPage({ params }: { params: Promise<{ id: string }> }) {
  const actor = await requireActor("patient");
  const { id } = await params;
  const order = await orNotFound(orderAddress(actor, id));
  const [t, choice, texts, common, locale] = await Promise.all([
    getTranslations("orders.address"),
    getTranslations("orders.choice"),
    getTranslations("orders.payment"),
    getTranslations("common"),
    getLocale(),
  ]);
  const carrier = pick(locale, order.carrier.nameZh, order.carrier.nameEn);
  return (
    <>
      <PageHeader title={t("title")} lead={t("lead", { number: order.number, carrier })} />
      {isAddressOpen(order.status) ? (
        <AddressForm
          orderId={id}
          provinceCode={order.provinceCode}
          provinces={order.provinces.map(({ code, nameZh, nameEn }) => ({ code, name: pick(locale, nameZh, nameEn) }))}
          texts={{
            legend: choice("address"),
            province: choice("province"),
            provinceHint: t("hint"),
            recipient: choice("recipient"),
            recipientHint: choice("recipientHint"),
            phone: choice("phone"),
            phoneHint: choice("phoneHint"),
            detail: choice("detail"),
            detailHint: choice("detailHint"),
            submit: t("submit"),
            unreachable: common("unreachable"),
          }}
        />
      ) : (
        <Alert tone="info" action={<ButtonLink href={`/patient/orders/${id}`}>{texts("toOrder")}</ButtonLink>}>
          {t("closed")}
        </Alert>
      )}
    </>
  );
}
