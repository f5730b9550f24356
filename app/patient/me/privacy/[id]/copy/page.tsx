import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { DownloadCopy } from "@/components/privacy/download-copy";
import { Alert } from "@/components/ui/alert";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { requireActor } from "@/lib/auth/actor";
import { copyFormats, MOST_COPIES } from "@/lib/domain/record-copy";
import { ownPerson } from "@/lib/queries/patient/privacy";
import { orNotFound } from "@/lib/web/or-not-found";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("privacy");
  return { title: t("person.copy") };
}

export default async function CopyPage({ params }: { params: Promise<{ id: string }> }) {
  const actor = await requireActor("patient");
  const [person, privacy, common, locale] = await Promise.all([
    orNotFound(ownPerson(actor, (await params).id)),
    getTranslations("privacy"),
    getTranslations("common"),
    getLocale(),
  ]);
  const t = await getTranslations("privacy.copy");
  return (
    <>
      <PageHeader
        back={{ href: "/patient/me/privacy", label: privacy("back") }}
        title={t("title", { name: person.name })}
        lead={t("lead")}
      />
      <div className="grid gap-4">
        <Alert tone="warning">{t("warning")}</Alert>
        {copyFormats.map((format) => (
          <Card key={format} className="grid gap-3">
            <div>
              <h2 className="font-semibold">{t(`file.${format}`)}</h2>
              <p className="text-ink-muted text-sm">{t(`hint.${format}`)}</p>
            </div>
            <DownloadCopy
              patientId={person.id}
              format={format}
              locale={locale}
              texts={{
                button: t(`button.${format}`),
                done: String(t.raw("done")),
                unreachable: common("unreachable"),
              }}
            />
          </Card>
        ))}
        <p className="text-ink-muted text-sm">{t("limit", { most: MOST_COPIES })}</p>
        <p className="text-ink-muted text-sm">{t("scope")}</p>
      </div>
    </>
  );
}
