import { getTranslations } from "next-intl/server";
import { CommandButton } from "@/components/form/command-button";
import { CommandField } from "@/components/form/command-field";
import { CommandForm } from "@/components/form/command-form";
import { Card, Section } from "@/components/ui/card";
import { Select } from "@/components/ui/select";
import { changeableRoles } from "@/lib/domain/staff-input";
import type { StaffMember } from "@/lib/queries/admin/person";
import { changeRole } from "../actions";

/** Another role: what was open ends at once. */
export async function RoleForm({ member }: { member: StaffMember }) {
  const [t, terms, common] = await Promise.all([
    getTranslations("staff.member"),
    getTranslations("terms"),
    getTranslations("common"),
  ]);
  return (
    <Section title={t("role")}>
      <Card>
        <CommandForm action={changeRole} unreachable={common("unreachable")} label={t("role")} className="grid gap-4">
          <input type="hidden" name="accountId" value={member.accountId} />
          <p className="text-ink-muted">{t("roleLead")}</p>
          <CommandField name="role" label={t("newRole")}>
            <Select name="role" defaultValue={member.role}>
              {changeableRoles.map((role) => (
                <option key={role} value={role}>
                  {terms(`role.${role}`)}
                </option>
              ))}
            </Select>
          </CommandField>
          <CommandButton variant="secondary" className="justify-self-start">
            {t("changeRole")}
          </CommandButton>
        </CommandForm>
      </Card>
    </Section>
  );
}
