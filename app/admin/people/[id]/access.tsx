import { getTranslations } from "next-intl/server";
import { CommandButton } from "@/components/form/command-button";
import { CommandForm } from "@/components/form/command-form";
import { Card, Section } from "@/components/ui/card";
import type { StaffMember } from "@/lib/queries/admin/person";
import { disableStaff, enableStaff, resetAccess, revokeInvitation } from "../actions";
import { InvitationForm } from "../invitation-link";
import { linkTexts } from "../link-texts";

/** Letting somebody in and shutting somebody out. */
export async function Access({ member }: { member: StaffMember }) {
  const [t, common, texts] = await Promise.all([
    getTranslations("staff.member"),
    getTranslations("common"),
    linkTexts(),
  ]);
  const { status, hasBeenIn } = member;
  const about = <input type="hidden" name="accountId" value={member.accountId} />;
  const unreachable = common("unreachable");
  return (
    <Section title={t("access")}>
      <Card className="grid gap-5">
        {!(status === "disabled" && hasBeenIn) && (
          <InvitationForm action={resetAccess} texts={texts} label={t("inviteAgain")} className="grid gap-2">
            {about}
            <p className="text-ink-muted">{t(status === "active" ? "resetLead" : "inviteAgainLead")}</p>
            <CommandButton variant="secondary" className="justify-self-start">
              {t(status === "active" ? "reset" : "inviteAgain")}
            </CommandButton>
          </InvitationForm>
        )}
        {status === "invited" && (
          <CommandForm action={revokeInvitation} unreachable={unreachable} label={t("revoke")}>
            {about}
            <CommandButton variant="danger">{t("revoke")}</CommandButton>
          </CommandForm>
        )}
        {status === "active" && (
          <CommandForm action={disableStaff} unreachable={unreachable} label={t("disable")} className="grid gap-2">
            {about}
            <p className="text-ink-muted">{t("disableLead")}</p>
            <CommandButton variant="danger" className="justify-self-start">
              {t("disable")}
            </CommandButton>
          </CommandForm>
        )}
        {status === "disabled" && hasBeenIn && (
          <CommandForm action={enableStaff} unreachable={unreachable} label={t("enable")}>
            {about}
            <CommandButton variant="secondary">{t("enable")}</CommandButton>
          </CommandForm>
        )}
      </Card>
    </Section>
  );
}
