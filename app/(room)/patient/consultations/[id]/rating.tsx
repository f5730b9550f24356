import { getTranslations } from "next-intl/server";
import { Card } from "@/components/ui/card";
import { ratingTags } from "@/lib/domain/vocabulary/rating-tags";
import type { Room } from "@/lib/queries/room/room";
import { RateForm } from "./rate-form";

const SCALE = [5, 4, 3, 2, 1] as const;

/** Asks how it was, or shows what was said. */
export async function Rating({ room }: { room: Room }) {
  if (room.rating === null && !room.canRate) return null;
  const [t, common] = await Promise.all([getTranslations("room.rating"), getTranslations("common")]);
  if (room.rating !== null)
    return (
      <Card>
        <p className="font-medium">{t("thanks", { stars: room.rating })}</p>
      </Card>
    );
  return (
    <Card>
      <RateForm
        consultationId={room.id}
        stars={SCALE.map((stars) => ({ value: String(stars), label: t(`star.${stars}`) }))}
        tags={ratingTags.map((value) => ({ value, label: t(`tag.${value}`) }))}
        texts={{
          stars: t("title"),
          tags: t("tags"),
          words: t("words"),
          wordsHint: t("wordsHint"),
          submit: t("submit"),
          unreachable: common("unreachable"),
        }}
      />
    </Card>
  );
}
