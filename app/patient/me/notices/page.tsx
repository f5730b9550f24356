import { getTranslations } from "next-intl/server";
import { CommandButton } from "@/components/form/command-button";
import { CommandField } from "@/components/form/command-field";
import { CommandForm } from "@/components/form/command-form";
import { Card } from "@/components/ui/card";
import { Checkbox } from "@/components/ui/checkbox";
import { Fieldset } from "@/components/ui/fieldset";
import { Input } from "@/components/ui/input";
import { PageHeader } from "@/components/ui/page-header";
import { requireActor } from "@/lib/auth/actor";
import { noticeGroups } from "@/lib/domain/notice-kinds";
import { clock } from "@/lib/domain/schedule";
import { pageTitle } from "@/lib/i18n/metadata";
import { noticeSettings } from "@/lib/queries/account/notices";
import { setNotices } from "./actions";

export const generateMetadata = pageTitle("notices", "settings.title");

const clockOf = (minute: number | null) => (minute === null ? "" : clock(minute));

/** Which notices leave the notice centre for WeChat or an SMS, and when none does. */
export default async function NoticeSettingsPage() {
  const actor = await requireActor("patient");
  const [settings, t, common] = await Promise.all([
    noticeSettings(actor),
    getTranslations("notices.settings"),
    getTranslations("common"),
  ]);
  return (
    <>
      <PageHeader back={{ href: "/patient/me", label: t("back") }} title={t("title")} lead={t("lead")} />
      <Card>
        <CommandForm
          action={setNotices}
          unreachable={common("unreachable")}
          label={t("title")}
          doneNote={t("saved")}
          className="grid gap-5"
        >
          <Fieldset legend={t("groups")} className="gap-2">
            {noticeGroups.map((group) => (
              <Checkbox
                key={group}
                name="groups[]"
                value={group}
                label={t(`group.${group}`)}
                defaultChecked={!settings.mutedGroups.includes(group)}
              />
            ))}
          </Fieldset>
          <Fieldset legend={t("quiet")} className="grid-cols-2 gap-3">
            <CommandField name="quietFrom" label={t("from")}>
              <Input type="time" name="quietFrom" defaultValue={clockOf(settings.quietFrom)} />
            </CommandField>
            <CommandField name="quietTo" label={t("to")}>
              <Input type="time" name="quietTo" defaultValue={clockOf(settings.quietTo)} />
            </CommandField>
          </Fieldset>
          <p className="text-ink-muted text-sm">{t("always")}</p>
          <CommandButton>{t("save")}</CommandButton>
        </CommandForm>
      </Card>
    </>
  );
}
