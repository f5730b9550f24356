import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { PageHeader } from "@/components/ui/page-header";
import { QrCode } from "@/components/ui/qr-code";
import { requireActor } from "@/lib/auth/actor";
import { isId } from "@/lib/domain/id";
import { pageTitle } from "@/lib/i18n/metadata";
import { personsCardCode } from "@/lib/queries/patient/card-code";

export const generateMetadata = pageTitle("card", "code.title");

export default async function CardCodePage({ params }: { params: Promise<{ id: string }> }) {
  const actor = await requireActor("patient");
  const { id } = await params;
  const card = isId(id) ? await personsCardCode(actor, new Date(), id) : null;
  if (!card) notFound();
  const t = await getTranslations("card.code");
  return (
    <>
      <PageHeader title={t("title")} lead={t("lead")} back={{ href: `/patient/people/${id}/card`, label: t("back") }} />
      <figure className="mx-auto grid max-w-xs justify-items-center gap-4 rounded-xl bg-surface-raised p-5 shadow-raised">
        <QrCode text={card.code} label={t("label", { name: card.name })} className="w-full rounded-md" />
        <figcaption className="grid justify-items-center gap-1 text-center">
          <span className="font-semibold text-lg">{card.name}</span>
          <span className="text-ink-muted tabular-nums">{card.numberMasked}</span>
        </figcaption>
      </figure>
      <p className="mt-5 text-center text-ink-muted text-sm">{t("note")}</p>
    </>
  );
}
