import { getLocale, getTranslations } from "next-intl/server";
import { PageHeader } from "@/components/ui/page-header";
import { Tabs } from "@/components/ui/tabs";
import { requireActor } from "@/lib/auth/actor";
import { staffRoles } from "@/lib/domain/staff-input";
import { pick } from "@/lib/i18n/locale";
import { pageTitle } from "@/lib/i18n/metadata";
import { departmentNames } from "@/lib/queries/admin/departments";
import { linkTexts } from "../link-texts";
import { InviteFields } from "./invite-fields";

export const generateMetadata = pageTitle("staff", "invite.title");

export default async function InvitePage({ searchParams }: { searchParams: Promise<{ role?: string }> }) {
  await requireActor("admin");
  const asked = (await searchParams).role;
  const role = staffRoles.find((each) => each === asked) ?? "doctor";
  const [t, terms, locale, texts, departments] = await Promise.all([
    getTranslations("staff.invite"),
    getTranslations("terms"),
    getLocale(),
    linkTexts(),
    departmentNames(),
  ]);
  return (
    <div className="grid max-w-3xl gap-5">
      <PageHeader title={t("title")} lead={t("lead")} />
      <Tabs
        label={t("role")}
        current={`/admin/people/invite?role=${role}`}
        tabs={staffRoles.map((each) => ({ href: `/admin/people/invite?role=${each}`, label: terms(`role.${each}`) }))}
      />
      <InviteFields
        key={role}
        role={role}
        departments={departments.map(({ id, nameZh, nameEn }) => ({ value: id, label: pick(locale, nameZh, nameEn) }))}
        texts={texts}
      />
    </div>
  );
}
