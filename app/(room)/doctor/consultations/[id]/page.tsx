import { getLocale, getTranslations } from "next-intl/server";
import { LiveRefresh } from "@/components/live/live-refresh";
import { AllergyNote } from "@/components/record/allergy-note";
import { Room } from "@/components/room/room";
import { roomTexts } from "@/components/room/room-texts";
import { Symptoms } from "@/components/room/symptoms";
import { Alert } from "@/components/ui/alert";
import { SplitDesk } from "@/components/ui/split-desk";
import { requireActor } from "@/lib/auth/actor";
import { shanghaiDay } from "@/lib/domain/calendar";
import { channels } from "@/lib/domain/realtime";
import { recordTabs } from "@/lib/domain/record-panel";
import { closeReasons } from "@/lib/domain/vocabulary/close-reasons";
import { betterPicture } from "@/lib/domain/vocabulary/quick-phrases";
import { pick } from "@/lib/i18n/locale";
import { pageTitle } from "@/lib/i18n/metadata";
import { consultationDesk } from "@/lib/queries/doctor/consultation-desk";
import { room } from "@/lib/queries/room/room";
import { liveConfig } from "@/lib/web/live-config";
import { orNotFound } from "@/lib/web/or-not-found";
import { DeskHeader } from "./desk-header";
import { QueueList } from "./queue-list";
import { RecordSide } from "./record-side";

export const generateMetadata = pageTitle("doctor", "desk.title");

interface Props {
  readonly params: Promise<{ id: string }>;
  readonly searchParams: Promise<{ record?: string | string[] }>;
}

export default async function ConsultationDeskPage({ params, searchParams }: Props) {
  const actor = await requireActor("doctor");
  const now = new Date();
  const [{ id }, { record }] = await Promise.all([params, searchParams]);
  const tab = recordTabs.find((one) => one === record) ?? "overview";
  const [shown, desk] = await orNotFound(Promise.all([room(actor, now, id), consultationDesk(actor, now, id, tab)]));
  const [texts, t, words, locale] = await Promise.all([
    roomTexts(shown.conversationGoneAt),
    getTranslations("doctor.desk"),
    getTranslations("doctor.record"),
    getLocale(),
  ]);
  const { patient, closeAdvice } = shown;
  const reason = closeReasons.find(({ code }) => code === shown.closeReason);
  return (
    <>
      <DeskHeader room={shown} patientLocale={desk.patientLocale} colleagues={desk.colleagues} now={now} />
      {desk.record && (
        <div className="mb-4">
          <AllergyNote allergies={desk.record.allergies} hasRecord={desk.record.fetchedAt !== null} />
        </div>
      )}
      <SplitDesk
        list={<QueueList rows={desk.queue} current={id} now={now} />}
        side={
          <RecordSide
            desk={desk}
            tab={tab}
            tabs={recordTabs.map((one) => ({
              href: `/doctor/consultations/${id}${one === "overview" ? "" : `?record=${one}`}`,
              label: words(`tab.${one}`),
            }))}
            openTalk={shown.conversation.state.status === "in_progress" ? id : undefined}
            patientId={patient.id}
            intake={shown.intake}
            visit={shown.visit}
          />
        }
      >
        {closeAdvice && (
          <div className="mb-4">
            <Alert title={t("closeAdvice")}>
              {reason && <p>{t("closeReason", { reason: pick(locale, reason.zh, reason.en) })}</p>}
              <p className="whitespace-pre-wrap">{closeAdvice}</p>
            </Alert>
          </div>
        )}
        <div className="overflow-hidden rounded-lg border border-line bg-surface">
          <Room
            consultationId={id}
            accountId={shown.accountId}
            writer="doctor"
            otherName={patient.name}
            initial={shown.conversation}
            turnLimit={shown.turnLimit}
            prescriptionHref="/doctor/prescriptions/:id"
            callHref={shown.channel === "text" ? undefined : `/doctor/consultations/${id}/call`}
            config={liveConfig()}
            texts={texts}
            betterPicture={pick(desk.patientLocale, betterPicture.zh, betterPicture.en)}
            phrasesAt={`/api/phrases?language=${desk.patientLocale}`}
            locale={locale}
            today={shanghaiDay(now)}
            intro={<Symptoms text={shown.symptoms} pictures={shown.symptomPictures} />}
            className="h-[calc(100dvh-16rem)] min-h-[24rem]"
          />
        </div>
      </SplitDesk>
      <LiveRefresh config={liveConfig()} channels={[channels.account(actor.accountId)]} events={["changed"]} />
    </>
  );
}
