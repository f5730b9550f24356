import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { PageHeader } from "@/components/ui/page-header";
import { requireActor } from "@/lib/auth/actor";
import { readConsentKind } from "@/lib/domain/consent";
import { pageTitle } from "@/lib/i18n/metadata";
import { newestText } from "@/lib/queries/admin/consents";
import { PublishForm } from "./publish-form";
import { publishTexts } from "./publish-texts";

export const generateMetadata = pageTitle("consent", "publish.metaTitle");

const nothing = { version: 0, titleZh: "", titleEn: "", bodyZh: "", bodyEn: "" };

export default async function PublishPage({ params }: { params: Promise<{ kind: string }> }) {
  await requireActor("admin");
  const kind = readConsentKind((await params).kind);
  if (!kind) notFound();
  const [newest, t, desk, terms, texts] = await Promise.all([
    newestText(kind),
    getTranslations("consent.publish"),
    getTranslations("consent.desk"),
    getTranslations("terms.consentKind"),
    publishTexts(),
  ]);
  const last = newest ?? nothing;
  return (
    <div className="grid gap-5">
      <PageHeader
        back={{ href: `/admin/consents/${kind}`, label: desk("title") }}
        title={t("title", { name: terms(kind), version: last.version + 1 })}
        lead={t("lead")}
      />
      <PublishForm kind={kind} last={last} texts={texts} />
    </div>
  );
}
