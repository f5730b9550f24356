import { Eye } from "lucide-react";
import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { AccessList } from "@/components/privacy/access-list";
import { Alert } from "@/components/ui/alert";
import { AppLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { formatMoment } from "@/components/ui/moment";
import { PageHeader } from "@/components/ui/page-header";
import { Tabs } from "@/components/ui/tabs";
import { requireActor } from "@/lib/auth/actor";
import { pick } from "@/lib/i18n/locale";
import { accessLog } from "@/lib/queries/patient/privacy";
import { orNotFound } from "@/lib/web/or-not-found";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("privacy");
  return { title: t("person.access") };
}

interface Props {
  readonly params: Promise<{ id: string }>;
  readonly searchParams: Promise<{ before?: string | string[]; who?: string | string[] }>;
}

export default async function AccessPage({ params, searchParams }: Props) {
  const actor = await requireActor("patient");
  const [{ id }, { before, who }, t, locale] = await Promise.all([
    params,
    searchParams,
    getTranslations("privacy"),
    getLocale(),
  ]);
  const othersOnly = who !== "all";
  const cursor = typeof before === "string" ? before : undefined;
  const { person, entries, emergencies, next } = await orNotFound(
    accessLog(actor, id, { othersOnly, ...(cursor && { before: cursor }) }),
  );
  const here = `/patient/me/privacy/${person.id}/access`;
  const shown = othersOnly ? here : `${here}?who=all`;
  const older = `${shown}${othersOnly ? "?" : "&"}before=${next}`;
  return (
    <>
      <PageHeader
        back={{ href: "/patient/me/privacy", label: t("back") }}
        title={t("access.title", { name: person.name })}
        lead={t("access.lead")}
      />
      <div className="grid gap-4">
        {emergencies.map(({ id, openedAt, reason, verdict, doctor }) => (
          <Alert key={id} tone={verdict === "unjustified" ? "danger" : "warning"} title={t("emergency.title")}>
            <p>
              {t("emergency.by", {
                doctor: pick(locale, doctor.nameZh, doctor.nameEn),
                at: formatMoment(openedAt, locale),
              })}
            </p>
            <p className="whitespace-pre-wrap">{t("emergency.reason", { reason })}</p>
            <p className="text-sm">{t(`emergency.verdict.${verdict ?? "open"}`)}</p>
          </Alert>
        ))}
        <Tabs
          label={t("access.which")}
          current={shown}
          tabs={[
            { href: here, label: t("access.others") },
            { href: `${here}?who=all`, label: t("access.all") },
          ]}
        />
        {entries.length === 0 ? (
          <EmptyState icon={<Eye />} title={t("access.none")}>
            {othersOnly && t("access.noneOthers")}
          </EmptyState>
        ) : (
          <AccessList entries={entries} />
        )}
        <p className="flex justify-between">
          {cursor && <AppLink href={shown}>{t("access.newest")}</AppLink>}
          {next && <AppLink href={older}>{t("access.older")}</AppLink>}
        </p>
      </div>
    </>
  );
}
