import { getTranslations } from "next-intl/server";
import { askedArea } from "@/components/order/area-levels";
import { Alert } from "@/components/ui/alert";
import { ButtonLink } from "@/components/ui/button-link";
import { Section } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { Tabs } from "@/components/ui/tabs";
import { requireActor } from "@/lib/auth/actor";
import { pageTitle } from "@/lib/i18n/metadata";
import { deliveryChoice } from "@/lib/queries/patient/delivery-choice";
import { orNotFound } from "@/lib/web/or-not-found";
import { Express } from "./express";
import { MedicineBill } from "./medicine-bill";
import { Pickup } from "./pickup";

export const generateMetadata = pageTitle("orders", "choice.title");

const one = (value: string | string[] | undefined) => (typeof value === "string" ? value : null);

export default async function OrderChoicePage({
  params,
  searchParams,
}: {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const actor = await requireActor("patient");
  const [{ id }, search] = await Promise.all([params, searchParams]);
  const choice = await orNotFound(deliveryChoice(actor, new Date(), id, askedArea(search.area)));
  const [t, texts] = await Promise.all([getTranslations("orders.choice"), getTranslations("orders")]);
  if (choice.orderId || !choice.isOrderable)
    return (
      <>
        <PageHeader title={t("title")} />
        <Alert
          tone="info"
          action={
            choice.orderId ? (
              <ButtonLink href={`/patient/orders/${choice.orderId}`}>{t("toOrder")}</ButtonLink>
            ) : (
              <ButtonLink href={`/patient/prescriptions/${id}`}>{t("toPrescription")}</ButtonLink>
            )
          }
        >
          {choice.orderId ? t("alreadyOrdered") : t("notOrderable")}
        </Alert>
      </>
    );
  const here = `/patient/prescriptions/${id}/order`;
  const ways = { pickup: `${here}?how=pickup`, express: `${here}?how=express` };
  const how = one(search.how) === "pickup" ? "pickup" : "express";
  return (
    <>
      <PageHeader title={t("title")} lead={choice.prescription.number} />
      <div className="grid gap-6">
        <Alert tone="warning">{texts("urgent")}</Alert>
        <Section title={t("items")}>
          <MedicineBill choice={choice} />
        </Section>
        <Section title={t("ways")}>
          <Tabs
            label={t("ways")}
            tabs={[
              { href: ways.express, label: t("express") },
              { href: ways.pickup, label: t("pickup") },
            ]}
            current={ways[how]}
          />
          {how === "pickup" ? <Pickup choice={choice} /> : <Express choice={choice} pickupHref={ways.pickup} />}
        </Section>
      </div>
    </>
  );
}
