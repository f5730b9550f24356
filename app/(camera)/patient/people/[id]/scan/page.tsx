import { ChevronLeft } from "lucide-react";
import { notFound, redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { requireActor } from "@/lib/auth/actor";
import { isId } from "@/lib/domain/id";
import { ownPath } from "@/lib/domain/own-path";
import { pageTitle } from "@/lib/i18n/metadata";
import { cardHolder } from "@/lib/queries/patient/card-holder";
import { ScanForm } from "./scan-form";

export const generateMetadata = pageTitle("card", "scan.title");

interface Props {
  params: Promise<{ id: string }>;
  searchParams: Promise<{ next?: string | string[] }>;
}

export default async function ScanPage({ params, searchParams }: Props) {
  const actor = await requireActor("patient");
  const { id } = await params;
  const next = ownPath((await searchParams).next, "/patient/");
  const person = isId(id) ? await cardHolder(actor, new Date(), id) : null;
  if (!person) notFound();
  const cardPage = `/patient/people/${person.id}/card${next ? `?next=${encodeURIComponent(next)}` : ""}`;
  // The card's own page asks for what is missing.
  if (!person.isConsented) redirect(cardPage);
  const [t, common] = await Promise.all([getTranslations("card.scan"), getTranslations("common")]);
  return (
    <div className="grid gap-5">
      <div className="grid gap-1">
        <a
          href={cardPage}
          className="-ml-1 inline-flex min-h-11 items-center gap-0.5 justify-self-start pr-3 text-ink-muted hover:text-primary"
        >
          <ChevronLeft aria-hidden="true" className="size-5" />
          {t("back")}
        </a>
        <h1 className="font-semibold text-2xl">{t("title")}</h1>
        <p className="text-ink-muted">{t("lead", { name: person.name })}</p>
      </div>
      <ScanForm
        patientId={person.id}
        doneHref={cardPage}
        texts={{
          number: t("number"),
          hint: t("hint"),
          submit: t("submit"),
          unreachable: common("unreachable"),
          camera: {
            open: t("open"),
            view: t("view"),
            starting: t("starting"),
            looking: t("looking"),
            found: t("found"),
            notACode: t("notACard"),
            denied: t("denied"),
            absent: t("absent"),
            picture: t("picture"),
            unread: t("unread"),
          },
        }}
      />
    </div>
  );
}
