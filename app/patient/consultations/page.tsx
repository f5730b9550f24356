import { getTranslations } from "next-intl/server";
import { ConsultationRow } from "@/components/patient/consultation-row";
import { AppLink, ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { requireActor } from "@/lib/auth/actor";
import { pageTitle } from "@/lib/i18n/metadata";
import { myConsultations } from "@/lib/queries/patient/consultations";

export const generateMetadata = pageTitle("patient", "consultations.title");

export default async function ConsultationsPage({
  searchParams,
}: {
  searchParams: Promise<{ before?: string | string[] }>;
}) {
  const actor = await requireActor("patient");
  const { before } = await searchParams;
  const cursor = typeof before === "string" ? before : undefined;
  const [{ rows, next }, t, doctors] = await Promise.all([
    myConsultations(actor, cursor),
    getTranslations("patient.consultations"),
    getTranslations("patient.doctors"),
  ]);
  return (
    <>
      <PageHeader title={t("title")} />
      {rows.length === 0 && (
        <EmptyState
          title={t("none")}
          action={
            <ButtonLink href="/patient/doctors" variant="next">
              {doctors("title")}
            </ButtonLink>
          }
        >
          {t("noneLead")}
        </EmptyState>
      )}
      <ul className="grid gap-3">
        {rows.map((row) => (
          <li key={row.id}>
            <ConsultationRow row={row} />
          </li>
        ))}
      </ul>
      <p className="mt-4 flex justify-between">
        {cursor && <AppLink href="/patient/consultations">{t("newest")}</AppLink>}
        {next && <AppLink href={`/patient/consultations?before=${next}`}>{t("older")}</AppLink>}
      </p>
    </>
  );
}
