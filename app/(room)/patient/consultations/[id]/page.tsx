import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { LiveRefresh } from "@/components/live/live-refresh";
import { Room } from "@/components/room/room";
import { roomTexts } from "@/components/room/room-texts";
import { Symptoms } from "@/components/room/symptoms";
import { requireActor } from "@/lib/auth/actor";
import { shanghaiDay } from "@/lib/domain/calendar";
import { channels } from "@/lib/domain/realtime";
import { pick } from "@/lib/i18n/locale";
import { room } from "@/lib/queries/room/room";
import { liveConfig } from "@/lib/web/live-config";
import { orNotFound } from "@/lib/web/or-not-found";
import { NextStep } from "./next-step";
import { Outcome } from "./outcome";
import { Rating } from "./rating";
import { RoomHeader } from "./room-header";
import { Transfer } from "./transfer";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("room.page");
  return { title: t("metaTitle") };
}

/** As high as `PhoneShell` leaves between its header and its navigation, so that one writes where the thumb is. */
const BETWEEN_BARS =
  "-mx-4 -mt-2 -mb-6 flex h-[calc(100dvh-7.8125rem-env(safe-area-inset-top)-env(safe-area-inset-bottom))] min-h-[26rem] flex-col md:m-0 md:gap-2 md:h-[calc(100dvh-10rem)]";

const PLAIN = "-mx-4 -mt-2 grid gap-4 md:m-0";

export default async function ConsultationPage({ params }: { params: Promise<{ id: string }> }) {
  const actor = await requireActor("patient");
  const now = new Date();
  const shown = await orNotFound(room(actor, now, (await params).id));
  const [texts, locale] = [await roomTexts(shown.conversationGoneAt), await getLocale()];
  const { status, lastSeq } = shown.conversation.state;
  const symptoms = <Symptoms text={shown.symptoms} pictures={shown.symptomPictures} />;

  if (status === "awaiting_payment")
    return (
      <div className={PLAIN}>
        <RoomHeader room={shown} now={now} />
        <div className="grid gap-4 px-4 md:px-0">
          <NextStep room={shown} />
          {symptoms}
        </div>
        <LiveRefresh config={liveConfig()} channels={[channels.consultation(shown.id)]} />
      </div>
    );

  const isOpen = status === "waiting" || status === "in_progress";
  return (
    <div className={isOpen ? BETWEEN_BARS : PLAIN}>
      <RoomHeader room={shown} now={now} />
      <div className="grid gap-3 px-4 py-2 empty:hidden md:px-0">
        <NextStep room={shown} />
        {isOpen && shown.transfer && <Transfer transfer={shown.transfer} />}
        {!isOpen && <Outcome room={shown} status={status} />}
        {!isOpen && <Rating room={shown} />}
      </div>
      {!isOpen && lastSeq === 0 ? (
        <div className="px-4 md:px-0">{symptoms}</div>
      ) : (
        <Room
          consultationId={shown.id}
          accountId={shown.accountId}
          writer="patient"
          otherName={pick(locale, shown.doctor.nameZh, shown.doctor.nameEn)}
          initial={shown.conversation}
          turnLimit={shown.turnLimit}
          prescriptionHref="/patient/prescriptions/:id"
          callHref={shown.channel === "text" ? undefined : `/patient/consultations/${shown.id}/call`}
          config={liveConfig()}
          texts={texts}
          locale={locale}
          today={shanghaiDay(now)}
          intro={symptoms}
          className={isOpen ? "flex-1 md:rounded-lg md:border md:border-line" : "h-[70dvh]"}
        />
      )}
    </div>
  );
}
