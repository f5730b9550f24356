import { getLocale, getTranslations } from "next-intl/server";
import { History } from "@/components/admin/history";
import { CommandButton } from "@/components/form/command-button";
import { CommandField } from "@/components/form/command-field";
import { CommandForm } from "@/components/form/command-form";
import { Card, Section } from "@/components/ui/card";
import { Input } from "@/components/ui/input";
import { PageHeader } from "@/components/ui/page-header";
import { Select } from "@/components/ui/select";
import { requireActor } from "@/lib/auth/actor";
import { bookableChannels } from "@/lib/domain/booking-limits";
import { shanghaiDay } from "@/lib/domain/calendar";
import { termFields } from "@/lib/domain/offering-input";
import { pick } from "@/lib/i18n/locale";
import { pageTitle } from "@/lib/i18n/metadata";
import { doctorOfferings } from "@/lib/queries/admin/offerings";
import { orNotFound } from "@/lib/web/or-not-found";
import { addOffering } from "./actions";
import { Offering } from "./offering";

export const generateMetadata = pageTitle("offerings", "title");

const services = ["consultation", "follow_up"] as const;

/** A doctor's services: what each costs and promises, from which day on. */
export default async function ServicesPage({ params }: { params: Promise<{ id: string }> }) {
  await requireActor("admin");
  const doctor = await orNotFound(doctorOfferings((await params).id));
  const [t, terms, common, locale] = await Promise.all([
    getTranslations("offerings"),
    getTranslations("terms"),
    getTranslations("common"),
    getLocale(),
  ]);
  const today = shanghaiDay(new Date());
  const isComplete = doctor.offerings.length === services.length * bookableChannels.length;
  return (
    <div className="grid max-w-3xl gap-6">
      <PageHeader
        back={{ href: `/admin/people/${doctor.id}`, label: pick(locale, doctor.nameZh, doctor.nameEn) }}
        title={t("title")}
        lead={t("lead")}
      />
      {doctor.offerings.map((offering) => (
        <Offering key={offering.id} offering={offering} today={today} />
      ))}
      {!isComplete && (
        <Section title={t("add")}>
          <Card>
            <CommandForm
              action={addOffering}
              unreachable={common("unreachable")}
              label={t("add")}
              doneNote={t("saved")}
              resetWhenDone
              className="grid gap-4 sm:grid-cols-2"
            >
              <input type="hidden" name="doctorId" value={doctor.id} />
              <CommandField name="service" label={t("field.service")}>
                <Select name="service">
                  {services.map((service) => (
                    <option key={service} value={service}>
                      {terms(`service.${service}`)}
                    </option>
                  ))}
                </Select>
              </CommandField>
              <CommandField name="channel" label={t("field.channel")}>
                <Select name="channel">
                  {bookableChannels.map((channel) => (
                    <option key={channel} value={channel}>
                      {terms(`channel.${channel}`)}
                    </option>
                  ))}
                </Select>
              </CommandField>
              <CommandField name="feeFen" label={t("field.feeFen")}>
                <Input name="feeFen" inputMode="decimal" />
              </CommandField>
              <CommandField name="reason" label={t("field.reason")}>
                <Input name="reason" autoComplete="off" />
              </CommandField>
              <div className="sm:col-span-2">
                <CommandButton variant="secondary">{t("add")}</CommandButton>
              </div>
            </CommandForm>
          </Card>
        </Section>
      )}
      <History changes={doctor.changes} fields={termFields} labelOf={(field) => t(`field.${field}`)} />
    </div>
  );
}
