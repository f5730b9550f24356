import clsx from "clsx";
import { type Tone, toneClass } from "./badge";

const tones: readonly Tone[] = ["primary", "next", "info", "warning", "success"];

/** The last two characters of a Chinese name, or the initials of another; the same person always has the same tint. */
export function Avatar({ name, size = "md" }: { name: string; size?: "sm" | "md" | "lg" }) {
  const isChinese = /\p{Script=Han}/u.test(name);
  const short = isChinese
    ? name.slice(-2)
    : name
        .split(/\s+/)
        .map((part) => part[0] ?? "")
        .slice(0, 2)
        .join("")
        .toUpperCase();
  const sum = [...name].reduce((total, letter) => total + (letter.codePointAt(0) ?? 0), 0);
  return (
    <span
      aria-hidden="true"
      className={clsx(
        "inline-grid shrink-0 place-items-center rounded-full font-semibold",
        toneClass[tones[sum % tones.length] ?? "primary"],
        { sm: "size-9 text-xs", md: "size-11 text-sm", lg: "size-16 text-lg" }[size],
      )}
    >
      {short}
    </span>
  );
}
