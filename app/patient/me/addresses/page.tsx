import { MapPin } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { CommandButton } from "@/components/form/command-button";
import { CommandForm } from "@/components/form/command-form";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { requireActor } from "@/lib/auth/actor";
import { maskMobile } from "@/lib/domain/address";
import { pageTitle } from "@/lib/i18n/metadata";
import { savedAddresses } from "@/lib/queries/patient/addresses";
import { removeAddress, setDefaultAddress } from "./actions";

export const generateMetadata = pageTitle("orders", "addresses.title");

/** The addresses that an account keeps: which one an order begins with, and which go away. */
export default async function AddressesPage() {
  const actor = await requireActor("patient");
  const [addresses, t, common] = await Promise.all([
    savedAddresses(actor),
    getTranslations("orders.addresses"),
    getTranslations("common"),
  ]);
  const form = (action: typeof removeAddress, addressId: string, label: string, variant: "secondary" | "quiet") => (
    <CommandForm action={action} unreachable={common("unreachable")} label={label}>
      <input type="hidden" name="addressId" value={addressId} />
      <CommandButton variant={variant} size="sm">
        {label}
      </CommandButton>
    </CommandForm>
  );
  return (
    <>
      <PageHeader back={{ href: "/patient/me", label: t("back") }} title={t("title")} lead={t("lead")} />
      {addresses.length === 0 && (
        <EmptyState icon={<MapPin />} title={t("none")}>
          {t("noneLead")}
        </EmptyState>
      )}
      <ul className="grid gap-3">
        {addresses.map(({ id, recipient, phone, area, detail, isDefault }) => (
          <li key={id}>
            <Card className="grid gap-2">
              <p className="flex flex-wrap items-center gap-2 font-semibold">
                {recipient} {maskMobile(phone)}
                {isDefault && <Badge tone="primary">{t("default")}</Badge>}
              </p>
              <p>
                {area} {detail}
              </p>
              <div className="flex flex-wrap gap-2">
                {!isDefault && form(setDefaultAddress, id, t("setDefault"), "secondary")}
                {form(removeAddress, id, t("remove"), "quiet")}
              </div>
            </Card>
          </li>
        ))}
      </ul>
    </>
  );
}
