import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { Alert } from "@/components/ui/alert";
import { Card, Section } from "@/components/ui/card";
import { DescriptionList } from "@/components/ui/description-list";
import { formatMoment } from "@/components/ui/moment";
import type { Tone } from "@/components/ui/tone";
import { localeOfPath } from "@/lib/i18n/locale";
import { type Verification, verification } from "@/lib/queries/public/verification";

type Props = { params: Promise<{ locale: string; code: string }> };

export const dynamic = "force-dynamic";
export const metadata: Metadata = { robots: { index: false } };

const toneOf: Partial<Record<Verification["standing"], Tone>> = {
  valid: "success",
  dispensed: "info",
  in_review: "info",
};

/** Where the code of a prescription leads: whether it is in effect and who signed it. Nothing clinical is shown, to anybody. */
export default async function VerifyPage({ params }: Props) {
  const { locale: path, code } = await params;
  const locale = localeOfPath[path] ?? "zh-CN";
  setRequestLocale(locale);
  const found = await verification(code, new Date());
  const t = await getTranslations({ locale, namespace: "public" });
  if (!found)
    return (
      <article className="grid max-w-2xl gap-5 pt-8">
        <h1 className="font-semibold text-3xl">{t("verify.title")}</h1>
        <Alert tone="danger" title={t("verify.unknown")}>
          {t("verify.unknownLead")}
        </Alert>
      </article>
    );
  const isForged = !found.isWhole || found.signatures.some(({ isValid }) => !isValid);
  return (
    <article className="grid max-w-2xl gap-5 pt-8">
      <h1 className="font-semibold text-3xl">{t("verify.title")}</h1>
      {isForged ? (
        <Alert tone="danger" title={t("verify.forged")}>
          {t("verify.forgedLead")}
        </Alert>
      ) : (
        <Alert tone={toneOf[found.standing] ?? "warning"} title={t(`verify.standing.${found.standing}.title`)}>
          {t(`verify.standing.${found.standing}.text`)}
        </Alert>
      )}
      <Card>
        <DescriptionList
          rows={[
            [t("verify.number"), `${found.number} · ${t("verify.version", { version: found.version })}`],
            [t("verify.signedAt"), formatMoment(found.signedAt, locale, "long")],
            [t("verify.validUntil"), found.validUntil && formatMoment(found.validUntil, locale, "long")],
          ]}
        />
      </Card>
      <Section title={t("verify.signatures")}>
        <ul className="grid gap-3">
          {found.signatures.map((signature) => (
            <li key={signature.purpose}>
              <Card className="grid gap-1">
                <p className="font-semibold">
                  {t(`verify.purpose.${signature.purpose}`)} ·{" "}
                  <span className={signature.isValid ? "text-success-ink" : "text-danger-ink"}>
                    {t(signature.isValid ? "verify.isValid" : "verify.isInvalid")}
                  </span>
                </p>
                <p className="text-ink-muted text-sm">
                  {formatMoment(signature.at, locale, "long")} · {t(`verify.algorithm.${signature.algorithm}`)}
                </p>
                <code className="break-all text-ink-muted text-xs">{signature.fingerprint}</code>
              </Card>
            </li>
          ))}
        </ul>
      </Section>
    </article>
  );
}
