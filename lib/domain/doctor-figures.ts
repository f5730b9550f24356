/** Fewer say nothing yet of how soon a doctor answers. */
const FEWEST_ANSWERS = 5;

interface Counted {
  readonly ratingCount: number;
  readonly ratingSum: number;
  readonly answered: number;
  readonly medianAnswerSeconds: number | null;
}

export interface FiguresShown {
  /** Stars to a tenth; null where nobody has rated. */
  readonly rating: number | null;
  readonly ratingCount: number;
  /** Median minutes from payment to the first answer over 90 days; null below five of them. */
  readonly answerMinutes: number | null;
}

/** What of a doctor's figures is shown. */
export function figuresShown(counted: Counted | null): FiguresShown {
  if (!counted) return { rating: null, ratingCount: 0, answerMinutes: null };
  const { ratingCount, ratingSum, answered, medianAnswerSeconds } = counted;
  return {
    rating: ratingCount > 0 ? Math.round((ratingSum / ratingCount) * 10) / 10 : null,
    ratingCount,
    answerMinutes:
      answered >= FEWEST_ANSWERS && medianAnswerSeconds !== null
        ? Math.max(1, Math.round(medianAnswerSeconds / 60))
        : null,
  };
}
