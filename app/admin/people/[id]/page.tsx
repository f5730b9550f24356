import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { Badge } from "@/components/ui/badge";
import { ButtonLink } from "@/components/ui/button-link";
import { Card } from "@/components/ui/card";
import { DescriptionList } from "@/components/ui/description-list";
import { formatDay, formatMoment } from "@/components/ui/moment";
import { PageHeader } from "@/components/ui/page-header";
import { requireActor } from "@/lib/auth/actor";
import { licenceStanding } from "@/lib/domain/licence";
import { pick } from "@/lib/i18n/locale";
import { pageTitle } from "@/lib/i18n/metadata";
import { staffMember } from "@/lib/queries/admin/person";
import { Access } from "./access";
import { Licence } from "./licence";
import { RoleForm } from "./role-form";

export const generateMetadata = pageTitle("staff", "member.title");

const statusTone = { active: "success", invited: "info", disabled: "danger" } as const;
const standingTone = { good: "success", ending: "warning", expired: "danger" } as const;

export default async function MemberPage({ params }: { params: Promise<{ id: string }> }) {
  const actor = await requireActor("admin", "auditor");
  const now = new Date();
  const [member, t, people, terms, locale] = await Promise.all([
    staffMember((await params).id, now),
    getTranslations("staff.member"),
    getTranslations("admin.people"),
    getTranslations("terms"),
    getLocale(),
  ]);
  if (!member) notFound();
  const { doctor, status, role, licenceExpiresOn, certificateNo, invitedUntil } = member;
  const standing = licenceStanding(licenceExpiresOn, now);
  const mayChange = actor.role === "admin" && member.accountId !== actor.accountId;
  return (
    <div className="grid max-w-3xl gap-5">
      <PageHeader
        title={pick(locale, member.nameZh, member.nameEn)}
        lead={`${member.staffNo} · ${terms(`role.${role}`)}`}
        actions={
          doctor &&
          actor.role === "admin" && (
            <ButtonLink href={`/admin/people/${member.accountId}/services`} variant="secondary">
              {t("services")}
            </ButtonLink>
          )
        }
      />
      <Card>
        <DescriptionList
          rows={[
            [
              people("status"),
              <Badge key="status" tone={statusTone[status]}>
                {people(`statuses.${status}`)}
              </Badge>,
            ],
            [t("invitedUntil"), invitedUntil && formatMoment(invitedUntil, locale, "long")],
            [people("department"), doctor && pick(locale, doctor.department.nameZh, doctor.department.nameEn)],
            [t("doctorTitle"), doctor && terms(`doctorTitle.${doctor.title}`)],
            [t("scope"), doctor && pick(locale, doctor.scopeZh, doctor.scopeEn)],
            [t("practisingSince"), doctor && formatDay(doctor.practisingSince, locale)],
            [people("certificate"), certificateNo],
            [
              t("licenceUntil"),
              licenceExpiresOn && (
                <>
                  {formatDay(licenceExpiresOn, locale)}{" "}
                  <Badge tone={standingTone[standing]}>{t(`standings.${standing}`)}</Badge>
                </>
              ),
            ],
          ]}
        />
      </Card>
      {mayChange && (
        <>
          {(role === "doctor" || certificateNo) && <Licence member={member} />}
          {role !== "doctor" && status === "active" && <RoleForm member={member} />}
          <Access member={member} />
        </>
      )}
    </div>
  );
}
