import { getLocale, getTranslations } from "next-intl/server";
import { VerbForm } from "@/app/doctor/verb-form";
import { ButtonLink } from "@/components/ui/button-link";
import { Dialog } from "@/components/ui/dialog";
import { consultationMachine } from "@/lib/domain/consultation";
import { reasonsFor } from "@/lib/domain/consultation-input";
import { pick } from "@/lib/i18n/locale";
import type { ConsultationDesk } from "@/lib/queries/doctor/consultation-desk";
import type { Room } from "@/lib/queries/room/room";
import { acceptConsultation, declineConsultation, finishConsultation, referOffline } from "./actions";
import { CloseForm } from "./close-form";
import { TransferForm } from "./transfer-form";

/** What the doctor can do now: offered by the same machine that decides. */
export async function DeskActions({
  room,
  patientLocale,
  colleagues,
}: {
  room: Room;
  patientLocale: string;
  colleagues: ConsultationDesk["colleagues"];
}) {
  const [t, common, locale] = await Promise.all([
    getTranslations("doctor.desk"),
    getTranslations("common"),
    getLocale(),
  ]);
  const { id, service } = room;
  const { status } = room.conversation.state;
  const can = (event: Parameters<typeof consultationMachine.can>[1]) => consultationMachine.can(status, event);
  const shared = { consultationId: id, unreachable: common("unreachable") };
  const reasons = (way: "decline" | "refer_offline") =>
    reasonsFor(way).map(({ code, zh, en, adviceZh, adviceEn, isUrgent }) => ({
      ...{ code, isUrgent, label: pick(locale, zh, en) },
      advice: pick(patientLocale, adviceZh, adviceEn),
    }));
  const texts = (way: "decline" | "finish" | "refer") => ({
    ...{ reason: t("reason"), choose: t("choose"), advice: t("advice"), urgent: t("urgent") },
    ...{ lead: t(`${way}.lead`), adviceHint: t(`${way}.adviceHint`), submit: t(`${way}.submit`) },
  });
  const close = common("actions.close");
  return (
    <>
      {can("accept") && (
        <VerbForm
          action={acceptConsultation}
          about={{ consultationId: id }}
          submit={t("accept")}
          unreachable={shared.unreachable}
          variant="next"
        />
      )}
      {can("decline") && (
        <Dialog trigger={t("decline.open")} title={t("decline.title")} closeLabel={close} variant="secondary">
          <CloseForm
            {...shared}
            action={declineConsultation}
            reasons={reasons("decline")}
            texts={texts("decline")}
            variant="danger"
          />
        </Dialog>
      )}
      {status === "in_progress" && service === "follow_up" && (
        <ButtonLink href={`/doctor/consultations/${id}/prescribe`} variant="primary">
          {t("prescribe")}
        </ButtonLink>
      )}
      {status === "in_progress" && (
        <ButtonLink href={`/doctor/consultations/${id}/tests`} variant="secondary">
          {t("tests")}
        </ButtonLink>
      )}
      {can("finish") && (
        <Dialog trigger={t("finish.open")} title={t("finish.title")} closeLabel={close} variant="secondary">
          <CloseForm
            {...shared}
            action={finishConsultation}
            texts={{ ...texts("finish"), followUp: t("finish.followUp"), followUpHint: t("finish.followUpHint") }}
            variant="primary"
          />
        </Dialog>
      )}
      {status === "in_progress" && colleagues.length > 0 && !room.transfer && (
        <Dialog trigger={t("transfer.open")} title={t("transfer.title")} closeLabel={close} variant="quiet">
          <TransferForm
            consultationId={id}
            colleagues={colleagues.map((one) => ({ value: one.id, label: pick(locale, one.nameZh, one.nameEn) }))}
            texts={{
              lead: t("transfer.lead"),
              colleague: t("transfer.colleague"),
              reason: t("transfer.reason"),
              reasonHint: t("transfer.reasonHint"),
              submit: t("transfer.submit"),
              unreachable: shared.unreachable,
            }}
          />
        </Dialog>
      )}
      {can("refer_offline") && (
        <Dialog trigger={t("refer.open")} title={t("refer.title")} closeLabel={close} variant="quiet">
          <CloseForm
            {...shared}
            action={referOffline}
            reasons={reasons("refer_offline")}
            texts={texts("refer")}
            variant="danger"
          />
        </Dialog>
      )}
    </>
  );
}
