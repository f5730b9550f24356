import { getLocale, getTranslations } from "next-intl/server";
import { Avatar } from "@/components/ui/avatar";
import { Badge } from "@/components/ui/badge";
import { Countdown } from "@/components/ui/countdown";
import type { Tone } from "@/components/ui/tone";
import type { ConsultationStatus } from "@/lib/domain/consultation";
import { pick } from "@/lib/i18n/locale";
import type { Room } from "@/lib/queries/room/room";

const toneOf: Record<ConsultationStatus, Tone> = {
  awaiting_payment: "next",
  waiting: "info",
  in_progress: "primary",
  finished: "success",
  lapsed: "neutral",
  declined: "warning",
  expired: "warning",
  cancelled: "neutral",
  referred_offline: "warning",
  abandoned: "warning",
};

/** What the running deadline is about; undefined where none runs. */
function dueKey({ conversation, firstReplyAt }: Room) {
  const { status } = conversation.state;
  if (status === "awaiting_payment" || status === "waiting") return status;
  if (status === "in_progress") return firstReplyAt ? status : "first_word";
  return undefined;
}

/** With whom, how it stands, and until when. */
export async function RoomHeader({ room, now }: { room: Room; now: Date }) {
  const [t, terms, locale] = await Promise.all([getTranslations("room"), getTranslations("terms"), getLocale()]);
  const { doctor, department } = room;
  const { status, dueAt } = room.conversation.state;
  const name = pick(locale, doctor.nameZh, doctor.nameEn);
  const due = dueKey(room);
  return (
    <header className="flex items-start gap-3 border-line border-b bg-surface-raised px-4 py-3 md:rounded-lg md:border">
      <Avatar name={name} />
      <div className="grid min-w-0 flex-1 gap-0.5">
        <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <h1 className="font-semibold text-lg">{t("title", { doctor: name })}</h1>
          <Badge tone={toneOf[status]}>{terms(`consultationStatus.${status}`)}</Badge>
        </div>
        <p className="text-ink-muted text-sm">
          {[
            terms(`doctorTitle.${doctor.title}`),
            pick(locale, department.nameZh, department.nameEn),
            terms(`service.${room.service}`),
            room.patient.name,
          ].join(" · ")}
        </p>
        {due && dueAt && (
          <p className="text-sm">
            {t(`page.due.${due}`)}{" "}
            <strong>
              <Countdown due={dueAt} from={now.toISOString()} locale={locale} over={t("page.over")} />
            </strong>
          </p>
        )}
      </div>
    </header>
  );
}
