import { FileText } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { AppLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { requireActor } from "@/lib/auth/actor";
import { pageTitle } from "@/lib/i18n/metadata";
import { myPrescriptions } from "@/lib/queries/patient/prescriptions";
import { PrescriptionRow } from "./prescription-row";

export const generateMetadata = pageTitle("orders", "prescriptions.title");

export default async function PrescriptionsPage({
  searchParams,
}: {
  searchParams: Promise<{ before?: string | string[] }>;
}) {
  const actor = await requireActor("patient");
  const { before } = await searchParams;
  const cursor = typeof before === "string" ? before : undefined;
  const [{ rows, next }, t] = await Promise.all([myPrescriptions(actor, cursor), getTranslations("orders")]);
  return (
    <>
      <PageHeader title={t("prescriptions.title")} />
      {rows.length === 0 && (
        <EmptyState icon={<FileText />} title={t("prescriptions.none")}>
          {t("prescriptions.noneLead")}
        </EmptyState>
      )}
      <ul className="grid gap-3">
        {rows.map((row) => (
          <li key={row.id}>
            <PrescriptionRow row={row} />
          </li>
        ))}
      </ul>
      <p className="mt-4 flex justify-between">
        {cursor && <AppLink href="/patient/prescriptions">{t("newest")}</AppLink>}
        {next && <AppLink href={`/patient/prescriptions?before=${next}`}>{t("older")}</AppLink>}
      </p>
    </>
  );
}
