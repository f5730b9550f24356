import { getTranslations } from "next-intl/server";
import { CommandButton } from "@/components/form/command-button";
import { CommandField } from "@/components/form/command-field";
import { Fieldset } from "@/components/ui/fieldset";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { doctorTitles, type InviteStaff } from "@/lib/domain/staff-input";
import { inviteStaff } from "../actions";
import { InvitationForm, type LinkTexts } from "../invitation-link";

interface Props {
  readonly role: InviteStaff["role"];
  readonly departments: readonly { readonly value: string; readonly label: string }[];
  readonly texts: LinkTexts;
}

const licensed: readonly string[] = ["doctor", "pharmacist", "head_pharmacist"];

/** What is asked of somebody new, by role; the answer is the link to hand over. */
export async function InviteFields({ role, departments, texts }: Props) {
  const [t, terms] = await Promise.all([getTranslations("staff.invite"), getTranslations("terms")]);
  return (
    <InvitationForm action={inviteStaff} texts={texts} label={t("title")} className="grid gap-6">
      <input type="hidden" name="role" value={role} />
      <Fieldset legend={t("person")}>
        <div className="grid gap-4 sm:grid-cols-3">
          <CommandField name="staffNo" label={t("staffNo")} hint={t("staffNoHint")}>
            <Input name="staffNo" maxLength={12} autoComplete="off" autoCapitalize="characters" required />
          </CommandField>
          <CommandField name="nameZh" label={t("nameZh")}>
            <Input name="nameZh" maxLength={30} autoComplete="off" required />
          </CommandField>
          <CommandField name="nameEn" label={t("nameEn")}>
            <Input name="nameEn" maxLength={60} autoComplete="off" required />
          </CommandField>
        </div>
      </Fieldset>
      {licensed.includes(role) && (
        <Fieldset legend={t("licence")}>
          <div className="grid gap-4 sm:grid-cols-3">
            <CommandField name="certificateNo" label={t("certificateNo")}>
              <Input name="certificateNo" maxLength={40} autoComplete="off" required />
            </CommandField>
            <CommandField name="licenceExpiresOn" label={t("licenceExpiresOn")}>
              <Input type="date" name="licenceExpiresOn" required />
            </CommandField>
            {role === "doctor" && (
              <CommandField name="practisingSince" label={t("practisingSince")} hint={t("practisingSinceHint")}>
                <Input type="date" name="practisingSince" required />
              </CommandField>
            )}
          </div>
        </Fieldset>
      )}
      {role === "doctor" && (
        <Fieldset legend={t("work")}>
          <div className="grid gap-4 sm:grid-cols-2">
            <CommandField name="departmentId" label={t("department")}>
              <Select name="departmentId" defaultValue="">
                <option value="">{t("choose")}</option>
                {departments.map(({ value, label }) => (
                  <option key={value} value={value}>
                    {label}
                  </option>
                ))}
              </Select>
            </CommandField>
            <CommandField name="title" label={t("doctorTitle")}>
              <Select name="title" defaultValue="attending_physician">
                {doctorTitles.map((title) => (
                  <option key={title} value={title}>
                    {terms(`doctorTitle.${title}`)}
                  </option>
                ))}
              </Select>
            </CommandField>
            <CommandField name="scopeZh" label={t("scopeZh")}>
              <Input name="scopeZh" maxLength={60} required />
            </CommandField>
            <CommandField name="scopeEn" label={t("scopeEn")}>
              <Input name="scopeEn" maxLength={100} required />
            </CommandField>
            <CommandField name="consultationFeeFen" label={t("consultationFee")}>
              <Input name="consultationFeeFen" inputMode="decimal" defaultValue="40" required />
            </CommandField>
            <CommandField name="followUpFeeFen" label={t("followUpFee")}>
              <Input name="followUpFeeFen" inputMode="decimal" defaultValue="30" required />
            </CommandField>
            <CommandField name="placesPerDay" label={t("placesPerDay")}>
              <Input name="placesPerDay" inputMode="numeric" defaultValue="10" required />
            </CommandField>
          </div>
        </Fieldset>
      )}
      <CommandButton variant="primary" className="justify-self-start">
        {t("submit")}
      </CommandButton>
    </InvitationForm>
  );
}
