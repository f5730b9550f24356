/** The field in which somebody signs, in its own units. */
export const PAD = { width: 600, height: 220 } as const;

export const LONGEST_SIGNATURE = 20_000;

/** Strokes of an SVG path in whole units, each of two points at least: nothing but `M` and `L`. */
export const signaturePath = /^(?:M\d{1,3} \d{1,3}(?:L\d{1,3} \d{1,3})+)+$/;

export type Point = readonly [x: number, y: number];

/** Strokes as a path; a touch without a movement is a dot. Points beyond the field lie on its edge. */
export function pathOf(strokes: readonly (readonly Point[])[]): string {
  const within = (value: number, most: number) => Math.min(most, Math.max(0, Math.round(value)));
  const at = ([x, y]: Point) => `${within(x, PAD.width)} ${within(y, PAD.height)}`;
  return strokes
    .filter((stroke) => stroke.length > 0)
    .map((stroke) => `M${(stroke.length > 1 ? stroke : [...stroke, ...stroke]).map(at).join("L")}`)
    .join("");
}
