import clsx from "clsx";
import { Section } from "./card";
import type { Samples } from "./styleguide-chinese";

const swatches = [
  ["surface", "bg-surface text-ink"],
  ["surface-raised", "bg-surface-raised text-ink"],
  ["surface-sunken", "bg-surface-sunken text-ink"],
  ["ink", "bg-ink text-surface"],
  ["ink-muted", "bg-surface text-ink-muted"],
  ["primary", "bg-primary text-primary-ink"],
  ["primary-tint", "bg-primary-tint text-primary-tint-ink"],
  ["next", "bg-next text-next-ink"],
  ["next-tint", "bg-next-tint text-next-tint-ink"],
  ["danger", "bg-danger text-danger-fill-ink"],
  ["danger-tint", "bg-danger-tint text-danger-ink"],
  ["warning-tint", "bg-warning-tint text-warning-ink"],
  ["success-tint", "bg-success-tint text-success-ink"],
  ["info-tint", "bg-info-tint text-info-ink"],
  ["neutral-tint", "bg-neutral-tint text-neutral-ink"],
  ["plum-tint", "bg-plum-tint text-plum-ink"],
] as const;

const sizes = ["text-4xl", "text-3xl", "text-2xl", "text-xl", "text-lg", "text-base", "text-sm", "text-xs"] as const;

export function StyleguideTokens({ samples }: { samples: Samples }) {
  return (
    <>
      <Section title={samples.colours}>
        <ul className="grid grid-cols-2 gap-2 sm:grid-cols-[repeat(auto-fill,minmax(9rem,1fr))]">
          {swatches.map(([name, look]) => (
            <li key={name} className={clsx("flex h-16 items-end rounded-md border border-line p-2.5 text-sm", look)}>
              {name}
            </li>
          ))}
        </ul>
      </Section>
      <Section title={samples.type}>
        <ul className="grid gap-2">
          {sizes.map((size) => (
            <li key={size} className="flex items-baseline gap-4">
              <span className="w-20 shrink-0 text-ink-muted text-xs">{size}</span>
              <span className={clsx("min-w-0", size, size.includes("xl") && "font-semibold")}>{samples.specimen}</span>
            </li>
          ))}
        </ul>
      </Section>
    </>
  );
}
