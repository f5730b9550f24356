import clsx from "clsx";
import { avatarText, avatarTint } from "./avatar-text";

const tints = [
  "bg-primary-tint text-primary-tint-ink",
  "bg-info-tint text-info-ink",
  "bg-plum-tint text-plum-ink",
  "bg-neutral-tint text-neutral-ink",
  "bg-success-tint text-success-ink",
];

const sizes = { sm: "size-9 text-xs", md: "size-11 text-sm", lg: "size-16 text-lg" };

/** Stands beside a name, which says the same to those who listen. */
export function Avatar({ name, size = "md" }: { name: string; size?: keyof typeof sizes }) {
  return (
    <span
      aria-hidden="true"
      className={clsx(
        "inline-grid shrink-0 select-none place-items-center rounded-full font-semibold",
        tints[avatarTint(name, tints.length)],
        sizes[size],
      )}
    >
      {avatarText(name)}
    </span>
  );
}
