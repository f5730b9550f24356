import { getTranslations } from "next-intl/server";
import { PageHeader } from "@/components/ui/page-header";
import { requireActor } from "@/lib/auth/actor";
import type { MedicineFields } from "@/lib/domain/formulary-input";
import { pageTitle } from "@/lib/i18n/metadata";
import { MedicineForm } from "../medicine-form";

export const generateMetadata = pageTitle("formulary", "new");

const usual: Partial<MedicineFields> = {
  ...{ form: "tablet", doseUnit: "tablet", routes: ["oral"], usualFrequency: "qd", controlledClass: "none" },
  ...{ minAgeMonths: 216, isActive: true },
};

export default async function NewMedicinePage() {
  await requireActor("admin");
  const t = await getTranslations("formulary");
  return (
    <div className="grid max-w-4xl gap-6">
      <PageHeader back={{ href: "/admin/formulary", label: t("title") }} title={t("new")} />
      <MedicineForm given={usual} revision={0} />
    </div>
  );
}
