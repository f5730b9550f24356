import { getTranslations } from "next-intl/server";
import { allergyAnswers, courses, organAnswers, pregnancyAnswers, sinceUnits } from "@/lib/domain/intake";
import type { BookingDesk } from "@/lib/queries/patient/book";

/** The questions of the intake for one person, in the reader's language, with what the record knows already. */
export async function intakeForm({ asked, known }: NonNullable<BookingDesk["applicant"]>["intake"]) {
  const [t, terms] = await Promise.all([getTranslations("booking.intake"), getTranslations("terms")]);
  const choices = (kind: "sinceUnit" | "course" | "allergies" | "pregnancy" | "organs", values: readonly string[]) =>
    values.map((value) => ({ value, label: terms(`intake.${kind}.${value}`) }));
  const needed = ["sinceCount", "course", "allergies", "organs"];
  if (asked.needsToday) needed.push("needsToday");
  if (asked.pregnancy) needed.push("pregnancy");
  if (asked.measures === "needed") needed.push("weightKg", "heightCm");
  return {
    needed: needed.map((name) => `intake.${name}`),
    asked,
    known,
    options: {
      sinceUnit: choices("sinceUnit", sinceUnits),
      course: choices("course", courses),
      allergies: choices("allergies", allergyAnswers),
      pregnancy: choices("pregnancy", pregnancyAnswers),
      organs: choices("organs", organAnswers),
    },
    texts: {
      since: t("since"),
      sinceCount: t("sinceCount"),
      sinceUnit: t("sinceUnit"),
      course: t("course"),
      medicines: t("medicines"),
      medicinesHint: t("medicinesHint"),
      allergies: t("allergies"),
      allergiesFromRecord: t("allergiesFromRecord"),
      allergyText: t("allergyText"),
      pregnancy: t("pregnancy"),
      weight: t("weight"),
      height: t("height"),
      organs: t("organs"),
      optional: t("optional"),
      missing: t("missing"),
    },
  };
}

export type IntakeForm = Awaited<ReturnType<typeof intakeForm>>;
