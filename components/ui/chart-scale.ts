const STEPS = [1, 2, 5, 10];

/**
 * The marks of an axis from 0, evenly apart by a round step, the last at or above the greatest value. Whole numbers get
 * whole marks.
 */
export function axisMarks(values: readonly number[], most = 4): readonly number[] {
  const greatest = Math.max(0, ...values);
  if (greatest === 0) return [0, 1];
  const raw = greatest / most;
  const magnitude = 10 ** Math.floor(Math.log10(raw));
  const factor = STEPS.find((step) => step * magnitude >= raw * (1 - 1e-9)) ?? 10;
  const step = values.every(Number.isInteger) ? Math.max(1, factor * magnitude) : factor * magnitude;
  const count = Math.ceil(greatest / step - 1e-9);
  return Array.from({ length: count + 1 }, (_, index) => Number((index * step).toPrecision(12)));
}

/** Every how many labels one is shown, so that about `most` are; the first always is. */
export const labelEvery = (count: number, most: number): number => Math.max(1, Math.ceil(count / most));
