import { getTranslations } from "next-intl/server";
import { CommandButton } from "@/components/form/command-button";
import { CommandField } from "@/components/form/command-field";
import { CommandForm } from "@/components/form/command-form";
import { Card, Section } from "@/components/ui/card";
import { Input } from "@/components/ui/input";
import type { StaffMember } from "@/lib/queries/admin/person";
import { renewLicence } from "../actions";

/** The licence as the paper says: it counts from the holder's next request. */
export async function Licence({ member }: { member: StaffMember }) {
  const [t, common] = await Promise.all([getTranslations("staff.member"), getTranslations("common")]);
  return (
    <Section title={t("licence")}>
      <Card>
        <CommandForm
          action={renewLicence}
          unreachable={common("unreachable")}
          label={t("licence")}
          className="grid gap-4"
        >
          <input type="hidden" name="accountId" value={member.accountId} />
          <p className="text-ink-muted">{t("licenceLead")}</p>
          <div className="grid gap-4 sm:grid-cols-2">
            <CommandField name="certificateNo" label={t("certificateNo")}>
              <Input name="certificateNo" defaultValue={member.certificateNo ?? ""} maxLength={40} required />
            </CommandField>
            <CommandField name="licenceExpiresOn" label={t("licenceUntil")}>
              <Input
                type="date"
                name="licenceExpiresOn"
                defaultValue={member.licenceExpiresOn?.toISOString().slice(0, 10)}
                required
              />
            </CommandField>
          </div>
          <CommandButton variant="secondary" className="justify-self-start">
            {t("renew")}
          </CommandButton>
        </CommandForm>
      </Card>
    </Section>
  );
}
