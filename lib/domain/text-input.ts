import { z } from "zod";
import { graphemes } from "./graphemes";

// Invisible characters that could disguise what is shown: controls (line breaks aside), bidirectional marks.
const FORBIDDEN = /[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]/u;

interface Bounds {
  readonly min?: number;
  readonly max: number;
  readonly tooShort?: string;
  readonly tooLong?: string;
}

/** So many code points may make up a character on average; more hide a long text in a short one. */
const POINTS_EACH = 8;

const bounded = (
  text: string,
  { min = 1, max, tooShort = "required", tooLong = "too_long" }: Bounds,
  isClean: (text: string) => boolean,
) => {
  const length = graphemes(text);
  if (length < min) return tooShort;
  if (length > max || [...text].length > max * POINTS_EACH) return tooLong;
  return isClean(text) ? undefined : "bad_characters";
};

const checked = (bounds: Bounds, normalize: (text: string) => string, isClean: (text: string) => boolean) =>
  z
    .string(bounds.tooShort ?? "required")
    // Far above any bound: huge input is refused before it is worked on.
    .max(20_000, bounds.tooLong ?? "too_long")
    .transform((text) => normalize(text.normalize("NFC")).trim())
    .superRefine((text, context) => {
      const message = bounded(text, bounds, isClean);
      if (message) context.addIssue({ code: "custom", message });
    });

/** One line of text, counted in characters as people count them. */
export const line = (bounds: Bounds) =>
  checked(
    bounds,
    (text) => text.replace(/[\t ]+/g, " "),
    (text) => !FORBIDDEN.test(text),
  );

/** Several lines of text; line breaks are kept. */
export const passage = (bounds: Bounds) =>
  checked(
    bounds,
    (text) => text.replace(/\r\n?/g, "\n").replaceAll("\t", " "),
    (text) => !FORBIDDEN.test(text.replaceAll("\n", "")),
  );
