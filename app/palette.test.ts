import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

const css = readFileSync("app/globals.css", "utf8");
const tokens = new Map(
  [...css.matchAll(/--([\w-]+): light-dark\((#\w{6}), (#\w{6})\)/g)].map((match) => [
    match[1] ?? "",
    [match[2] ?? "", match[3] ?? ""] as const,
  ]),
);

/** Text on its ground: each pair that the primitives use. */
const pairs = [
  ["ink", "surface"],
  ["ink", "surface-raised"],
  ["ink", "surface-sunken"],
  ["ink-muted", "surface"],
  ["ink-muted", "surface-raised"],
  ["ink-muted", "surface-sunken"],
  ["primary", "surface"],
  ["primary", "surface-raised"],
  ["primary", "primary-tint"],
  ["ink", "primary-tint"],
  ["ink-muted", "primary-tint"],
  ["primary-ink", "primary"],
  ["primary-ink", "primary-hover"],
  ["primary-tint-ink", "primary-tint"],
  ["next-ink", "next"],
  ["next-ink", "next-hover"],
  ["next-tint-ink", "next-tint"],
  ["danger-fill-ink", "danger"],
  ["danger-ink", "danger-tint"],
  ["danger-ink", "surface"],
  ["danger-ink", "surface-raised"],
  ["warning-ink", "warning-tint"],
  ["success-ink", "success-tint"],
  ["info-ink", "info-tint"],
] as const;

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

test.each(pairs)("%s on %s can be read in light and in dark", (text, ground) => {
  for (const theme of [0, 1] as const) {
    const ratio = contrast(tokens.get(text)?.[theme] ?? "", tokens.get(ground)?.[theme] ?? "");
    expect(ratio).toBeGreaterThanOrEqual(4.5);
  }
});
