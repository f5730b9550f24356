import { getLocale, getTranslations } from "next-intl/server";
import { AddressDraftHolder } from "@/components/order/address-draft";
import { AreaForm } from "@/components/order/area-form";
import { areaLevels, askedArea } from "@/components/order/area-levels";
import { Alert } from "@/components/ui/alert";
import { ButtonLink } from "@/components/ui/button-link";
import { PageHeader } from "@/components/ui/page-header";
import { requireActor } from "@/lib/auth/actor";
import { isAddressOpen } from "@/lib/domain/order";
import { isDistrict } from "@/lib/domain/vocabulary/areas";
import { pick } from "@/lib/i18n/locale";
import { pageTitle } from "@/lib/i18n/metadata";
import { orderAddress } from "@/lib/queries/patient/order";
import { orNotFound } from "@/lib/web/or-not-found";
import { AddressForm } from "./address-form";

export const generateMetadata = pageTitle("orders", "address.title");

interface Props {
  readonly params: Promise<{ id: string }>;
  readonly searchParams: Promise<{ area?: string | string[] }>;
}

export default async function AddressPage({ params, searchParams }: Props) {
  const actor = await requireActor("patient");
  const { id } = await params;
  const order = await orNotFound(orderAddress(actor, id));
  const area = askedArea((await searchParams).area) || (order.areaCode ?? "");
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
        <AddressDraftHolder first={{}} beside={{}}>
          <div className="grid gap-5">
            <AreaForm levels={await areaLevels(order.provinces, area)} hint={t("hint")} submit={choice("compare")} />
            {isDistrict(area) && (
              <AddressForm
                orderId={id}
                areaCode={area}
                texts={{
                  legend: choice("address"),
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
            )}
          </div>
        </AddressDraftHolder>
      ) : (
        <Alert tone="info" action={<ButtonLink href={`/patient/orders/${id}`}>{texts("toOrder")}</ButtonLink>}>
          {t("closed")}
        </Alert>
      )}
    </>
  );
}
