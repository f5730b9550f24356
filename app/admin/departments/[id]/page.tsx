import { getLocale, getTranslations } from "next-intl/server";
import { History } from "@/components/admin/history";
import { PageHeader } from "@/components/ui/page-header";
import { requireActor } from "@/lib/auth/actor";
import { departmentFields } from "@/lib/domain/department-input";
import { pick } from "@/lib/i18n/locale";
import { pageTitle } from "@/lib/i18n/metadata";
import { departmentToEdit } from "@/lib/queries/admin/departments";
import { orNotFound } from "@/lib/web/or-not-found";
import { DepartmentForm } from "../department-form";

export const generateMetadata = pageTitle("departments", "edit");

export default async function DepartmentPage({ params }: { params: Promise<{ id: string }> }) {
  await requireActor("admin");
  const { department, changes } = await orNotFound(departmentToEdit((await params).id));
  const [t, locale] = await Promise.all([getTranslations("departments"), getLocale()]);
  return (
    <div className="grid max-w-4xl gap-6">
      <PageHeader
        back={{ href: "/admin/departments", label: t("title") }}
        title={pick(locale, department.nameZh, department.nameEn)}
      />
      <DepartmentForm given={department} />
      <History changes={changes} fields={departmentFields} labelOf={(field) => t(`field.${field}`)} />
    </div>
  );
}
