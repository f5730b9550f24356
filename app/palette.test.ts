import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

const css = readFileSync("app/globals.css", "utf8");
const [plain = "", strong = ""] = css.split("@media (prefers-contrast: more)");

type Palette = ReadonlyMap<string, readonly [light: string, dark: string]>;

const tokensOf = (text: string): Palette =>
  new Map(
    [...text.matchAll(/--([\w-]+): light-dark\((#\w{6}), (#\w{6})\)/g)].map((match) => [
      match[1] ?? "",
      [match[2] ?? "", match[3] ?? ""] as const,
    ]),
  );

const palette = tokensOf(plain);
const strongPalette = new Map([...palette, ...tokensOf(strong)]);

const surfaces = ["surface", "surface-raised", "surface-sunken"] as const;
const tints = [...palette.keys()].filter((name) => name.endsWith("-tint"));
const inkOf = (tint: string) => (palette.has(`${tint}-ink`) ? `${tint}-ink` : tint.replace(/-tint$/, "-ink"));
const over = (text: string, grounds: readonly string[]) => grounds.map((ground) => [text, ground] as const);

/** Text on its ground (WCAG 2.2, 1.4.3). */
const read = [
  ...over("ink", [...surfaces, ...tints]),
  ...over("ink-muted", [...surfaces, "primary-tint"]),
  ...over("primary", [...surfaces, "primary-tint"]),
  ...over("danger-ink", surfaces),
  ...over("warning-ink", surfaces),
  ...over("primary-ink", ["primary", "primary-hover"]),
  ...over("next-ink", ["next", "next-hover"]),
  ...over("danger-fill-ink", ["danger", "danger-hover"]),
  ...over("surface", ["ink"]),
  ...tints.map((tint) => [inkOf(tint), tint] as const),
];

/** Edges, marks and lines that mean something (WCAG 2.2, 1.4.11). */
const seen = [
  ...over("line-strong", ["surface", "surface-raised"]),
  ...over("focus", [...surfaces, ...tints]),
  ...over("primary", ["surface-raised"]),
  ...over("next", ["surface-raised"]),
  ...over("danger", ["surface-raised"]),
  ...["series-1", "series-2", "series-3", "series-4"].flatMap((series) => over(series, ["surface-raised"])),
];

function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((start) => {
    const channel = Number.parseInt(hex.slice(start, start + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

/** The lower contrast of the two themes; NaN where a name is not in the palette. */
const weakest = (tokens: Palette, mark: string, ground: string): number =>
  Math.min(
    ...([0, 1] as const).map((theme) => contrast(tokens.get(mark)?.[theme] ?? "", tokens.get(ground)?.[theme] ?? "")),
  );

test.each(read)("%s on %s can be read in light, in dark, and with more contrast", (text, ground) => {
  expect(weakest(palette, text, ground)).toBeGreaterThanOrEqual(4.5);
  expect(weakest(strongPalette, text, ground)).toBeGreaterThanOrEqual(4.5);
});

test.each(seen)("%s on %s can be told apart in light and in dark", (mark, ground) => {
  expect(weakest(palette, mark, ground)).toBeGreaterThanOrEqual(3);
});

test("whoever asks for more contrast reads every text on paper at 7 to 1", () => {
  for (const ink of ["ink", "ink-muted"]) {
    for (const surface of surfaces) expect(weakest(strongPalette, ink, surface)).toBeGreaterThanOrEqual(7);
  }
});

test("every colour that the components can name is in the palette", () => {
  const named = [...css.matchAll(/--color-[\w-]+: var\(--([\w-]+)\)/g)].map((match) => match[1]);
  expect(named.sort()).toEqual([...palette.keys()].sort());
});
