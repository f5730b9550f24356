import { Star } from "lucide-react";
import { getTranslations } from "next-intl/server";
import type { FiguresShown } from "@/lib/domain/doctor-figures";

/** What finished patients say, and how soon the doctor usually answers. */
export async function DoctorFigures({ rating, ratingCount, answerMinutes }: FiguresShown) {
  const t = await getTranslations("patient.doctors.figures");
  const hours = answerMinutes === null ? 0 : Math.round(answerMinutes / 60);
  return (
    <p className="flex flex-wrap gap-x-3 gap-y-1 text-sm">
      <span className="inline-flex items-center gap-1">
        <Star aria-hidden="true" className="size-4 text-primary" />
        {rating === null ? t("unrated") : t("rating", { rating: rating.toFixed(1), count: ratingCount })}
      </span>
      {answerMinutes !== null && (
        <span className="text-ink-muted">
          {answerMinutes < 60 ? t("minutes", { count: answerMinutes }) : t("hours", { count: hours })}
        </span>
      )}
    </p>
  );
}
