import { getLocale, getTranslations } from "next-intl/server";
import { dueKey, URGENT_MINUTES } from "@/app/doctor/open-row";
import { Age } from "@/components/patient/age";
import { Badge } from "@/components/ui/badge";
import { Countdown } from "@/components/ui/countdown";
import { PageHeader } from "@/components/ui/page-header";
import type { ConsultationDesk } from "@/lib/queries/doctor/consultation-desk";
import type { Room } from "@/lib/queries/room/room";
import { DeskActions } from "./desk-actions";

/** Who it is, how it stands, until when, and what can be done now. */
export async function DeskHeader({
  room,
  patientLocale,
  colleagues,
  now,
}: {
  room: Room;
  patientLocale: string;
  colleagues: ConsultationDesk["colleagues"];
  now: Date;
}) {
  const [t, terms, locale] = await Promise.all([getTranslations("doctor"), getTranslations("terms"), getLocale()]);
  const { patient } = room;
  const { status, dueAt } = room.conversation.state;
  const isOpen = status === "waiting" || status === "in_progress";
  return (
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
            {terms(`service.${room.service}`)} · {terms(`channel.${room.channel}`)} · {room.number}
          </span>
          {isOpen && dueAt && (
            <span>
              {t(`due.${dueKey({ status, hasFirstReply: room.firstReplyAt !== null })}`)}{" "}
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
      actions={<DeskActions room={room} patientLocale={patientLocale} colleagues={colleagues} />}
    />
  );
}
