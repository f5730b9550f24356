import { getTranslations } from "next-intl/server";
import { Alert } from "@/components/ui/alert";
import { DescriptionList } from "@/components/ui/description-list";
import type { intakeSummary } from "@/lib/domain/intake";

/** What the patient answered with the booking; allergies, pregnancy, liver and kidneys stand out. */
export async function IntakeList({ intake }: { intake: NonNullable<ReturnType<typeof intakeSummary>> }) {
  const [t, terms] = await Promise.all([getTranslations("room.intake"), getTranslations("terms.intake")]);
  const { alerts, medicines, weightKg, heightCm } = intake;
  const isAlarming = alerts.allergies ?? alerts.pregnancy ?? alerts.organs ?? (alerts.needsToday || null);
  return (
    <div className="grid gap-3">
      {isAlarming && (
        <Alert tone="danger">
          <DescriptionList
            rows={[
              [t("allergies"), alerts.allergies],
              [t("pregnancy"), alerts.pregnancy && terms(`pregnancy.${alerts.pregnancy}`)],
              [t("needsToday"), alerts.needsToday && t("needsTodayText")],
              [t("organs"), alerts.organs && terms(`organs.${alerts.organs}`)],
            ]}
          />
        </Alert>
      )}
      <DescriptionList
        rows={[
          [t("since"), `${intake.sinceCount} ${terms(`sinceUnit.${intake.sinceUnit}`)}`],
          [t("course"), terms(`course.${intake.course}`)],
          [t("medicines"), medicines.length > 0 && <span className="whitespace-pre-line">{medicines.join("\n")}</span>],
          [t("allergies"), alerts.allergies === null ? terms("allergies.none") : null],
          [t("weight"), weightKg === undefined ? null : `${weightKg} kg`],
          [t("height"), heightCm === undefined ? null : `${heightCm} cm`],
        ]}
      />
    </div>
  );
}
