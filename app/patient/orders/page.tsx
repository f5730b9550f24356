import { ClipboardList } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { AppLink, ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { requireActor } from "@/lib/auth/actor";
import { pageTitle } from "@/lib/i18n/metadata";
import { myOrders } from "@/lib/queries/patient/orders";
import { OrderRow } from "./order-row";

export const generateMetadata = pageTitle("orders", "list.title");

export default async function OrdersPage({ searchParams }: { searchParams: Promise<{ before?: string | string[] }> }) {
  const actor = await requireActor("patient");
  const { before } = await searchParams;
  const cursor = typeof before === "string" ? before : undefined;
  const [{ rows, next }, t] = await Promise.all([myOrders(actor, cursor), getTranslations("orders")]);
  return (
    <>
      <PageHeader title={t("list.title")} />
      {rows.length === 0 && (
        <EmptyState
          icon={<ClipboardList />}
          title={t("list.none")}
          action={<ButtonLink href="/patient/prescriptions">{t("list.toPrescriptions")}</ButtonLink>}
        >
          {t("list.noneLead")}
        </EmptyState>
      )}
      <ul className="grid gap-3">
        {rows.map((row) => (
          <li key={row.id}>
            <OrderRow row={row} />
          </li>
        ))}
      </ul>
      <p className="mt-4 flex justify-between">
        {cursor && <AppLink href="/patient/orders">{t("newest")}</AppLink>}
        {next && <AppLink href={`/patient/orders?before=${next}`}>{t("older")}</AppLink>}
      </p>
    </>
  );
}
