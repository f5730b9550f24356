import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { ConsentBody } from "@/components/consent/consent-body";
import { Badge } from "@/components/ui/badge";
import { ButtonLink } from "@/components/ui/button-link";
import { Card, Section } from "@/components/ui/card";
import { DescriptionList } from "@/components/ui/description-list";
import { Disclosure } from "@/components/ui/disclosure";
import { formatMoment } from "@/components/ui/moment";
import { PageHeader } from "@/components/ui/page-header";
import { requireActor } from "@/lib/auth/actor";
import { readConsentKind } from "@/lib/domain/consent";
import { pick } from "@/lib/i18n/locale";
import { pageTitle } from "@/lib/i18n/metadata";
import { consentVersions } from "@/lib/queries/admin/consents";
import { stateTone } from "../state-tone";

export const generateMetadata = pageTitle("consent", "desk.metaTitle");

export default async function ConsentPage({ params }: { params: Promise<{ kind: string }> }) {
  await requireActor("admin");
  const kind = readConsentKind((await params).kind);
  if (!kind) notFound();
  const [versions, t, terms, locale] = await Promise.all([
    consentVersions(kind, new Date()),
    getTranslations("consent.desk"),
    getTranslations("terms.consentKind"),
    getLocale(),
  ]);
  return (
    <div className="grid gap-5">
      <PageHeader
        back={{ href: "/admin/consents", label: t("title") }}
        title={terms(kind)}
        actions={<ButtonLink href={`/admin/consents/${kind}/publish`}>{t("write")}</ButtonLink>}
      />
      <Section title={t("history")}>
        <ul className="grid gap-4">
          {versions.map((each) => (
            <li key={each.id}>
              <Card className="grid gap-3">
                <h3 className="flex flex-wrap items-center gap-2 font-semibold">
                  {each.version}. {pick(locale, each.titleZh, each.titleEn)}
                  <Badge tone={stateTone[each.state]}>{t(`states.${each.state}`)}</Badge>
                </h3>
                <DescriptionList
                  rows={[
                    [t("agreed"), each.agreed],
                    [t("inForce"), formatMoment(each.effectiveFrom, locale, "long")],
                    [t("publishedAt"), each.publishedAt ? formatMoment(each.publishedAt, locale, "long") : t("seeded")],
                    [t("publishedBy"), each.publisher && pick(locale, each.publisher.nameZh, each.publisher.nameEn)],
                    [
                      t("hash"),
                      <code key="hash" className="break-all text-xs">
                        {each.sha256}
                      </code>,
                    ],
                  ]}
                />
                <Disclosure summary={t("text", { version: each.version })}>
                  <div className="grid gap-6 lg:grid-cols-2">
                    <div lang="zh-CN" className="grid content-start gap-3">
                      <p className="font-semibold">{each.titleZh}</p>
                      <ConsentBody body={each.bodyZh} />
                    </div>
                    <div lang="en" className="grid content-start gap-3">
                      <p className="font-semibold">{each.titleEn}</p>
                      <ConsentBody body={each.bodyEn} />
                    </div>
                  </div>
                </Disclosure>
              </Card>
            </li>
          ))}
        </ul>
      </Section>
    </div>
  );
}
