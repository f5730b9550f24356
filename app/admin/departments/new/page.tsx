import { getTranslations } from "next-intl/server";
import { PageHeader } from "@/components/ui/page-header";
import { requireActor } from "@/lib/auth/actor";
import { pageTitle } from "@/lib/i18n/metadata";
import { DepartmentForm } from "../department-form";

export const generateMetadata = pageTitle("departments", "add");

export default async function NewDepartmentPage() {
  await requireActor("admin");
  const t = await getTranslations("departments");
  return (
    <div className="grid max-w-4xl gap-6">
      <PageHeader back={{ href: "/admin/departments", label: t("title") }} title={t("add")} />
      <DepartmentForm />
    </div>
  );
}
