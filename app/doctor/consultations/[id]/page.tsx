import { getLocale, getTranslations } from "next-intl/server";
import { LiveRefresh } from "@/components/live/live-refresh";
import { Age } from "@/components/patient/age";
import { Room } from "@/components/room/room";
import { roomTexts } from "@/components/room/room-texts";
import { Symptoms } from "@/components/room/symptoms";
import { Alert } from "@/components/ui/alert";
import { Badge } from "@/components/ui/badge";
import { Countdown } from "@/components/ui/countdown";
import { PageHeader } from "@/components/ui/page-header";
import { SplitDesk } from "@/components/ui/split-desk";
import { requireActor } from "@/lib/auth/actor";
import { shanghaiDay } from "@/lib/domain/calendar";
import { channels } from "@/lib/domain/realtime";
import { pageTitle } from "@/lib/i18n/metadata";
import { consultationDesk } from "@/lib/queries/doctor/consultation-desk";
import { room } from "@/lib/queries/room/room";
import { liveConfig } from "@/lib/web/live-config";
import { orNotFound } from "@/lib/web/or-not-found";
import { dueKey, URGENT_MINUTES } from "../../open-row";
import { DeskActions } from "./desk-actions";
import { QueueList } from "./queue-list";
import { RecordSide } from "./record-side";

export const generateMetadata = pageTitle("doctor", "desk.title");

export default async function ConsultationDeskPage({ params }: { params: Promise<{ id: string }> }) {
  const actor = await requireActor("doctor");
  const now = new Date();
  const { id } = await params;
  const [shown, desk] = await orNotFound(Promise.all([room(actor, now, id), consultationDesk(actor, now, id)]));
  const [texts, t, terms, locale] = await Promise.all([
    roomTexts(),
    getTranslations("doctor"),
    getTranslations("terms"),
    getLocale(),
  ]);
  const { patient } = shown;
  const { status, dueAt } = shown.conversation.state;
  const isOpen = status === "waiting" || status === "in_progress";
  return (
    <>
      <PageHeader
        back={{ href: "/doctor", label: t("queue.title") }}
        title={patient.name}
        lead={
          <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <Badge tone={status === "in_progress" ? "primary" : "info"}>{terms(`consultationStatus.${status}`)}</Badge>
            <span>
              {terms(`sex.${patient.sex}`)} · <Age birthDate={new Date(patient.birthDate)} now={now} />
            </span>
            <span>
              {terms(`service.${shown.service}`)} · {terms(`channel.${shown.channel}`)} · {shown.number}
            </span>
            {isOpen && dueAt && (
              <span>
                {t(`due.${dueKey({ status, hasFirstReply: shown.firstReplyAt !== null })}`)}{" "}
                <Countdown
                  due={dueAt}
                  from={now.toISOString()}
                  locale={locale}
                  over={t("due.over")}
                  urgentMinutes={URGENT_MINUTES}
                />
              </span>
            )}
          </span>
        }
        actions={<DeskActions room={shown} patientLocale={desk.patientLocale} />}
      />
      <SplitDesk
        list={<QueueList rows={desk.queue} current={id} now={now} />}
        side={<RecordSide desk={desk} patientId={patient.id} />}
      >
        {shown.closeAdvice && <Alert title={t("desk.closeAdvice")}>{shown.closeAdvice}</Alert>}
        <div className="overflow-hidden rounded-lg border border-line bg-surface">
          <Room
            consultationId={id}
            accountId={shown.accountId}
            writer="doctor"
            otherName={patient.name}
            initial={shown.conversation}
            turnLimit={shown.turnLimit}
            prescriptionHref="/doctor/prescriptions/:id"
            config={liveConfig()}
            texts={texts}
            locale={locale}
            today={shanghaiDay(now)}
            intro={<Symptoms text={shown.symptoms} pictures={shown.symptomPictures} />}
            className="h-[calc(100dvh-12rem)] min-h-[24rem]"
          />
        </div>
      </SplitDesk>
      <LiveRefresh config={liveConfig()} channels={[channels.account(actor.accountId)]} events={["changed"]} />
    </>
  );
}
