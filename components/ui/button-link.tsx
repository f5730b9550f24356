import clsx from "clsx";
import Link from "next/link";
import type { ComponentProps } from "react";
import { type ButtonSize, type ButtonVariant, buttonClass } from "./button";

/** A link inside the application; it is not fetched before it is asked for. */
export function AppLink({ className, ...rest }: ComponentProps<typeof Link>) {
  return (
    <Link
      prefetch={false}
      {...rest}
      className={
        className ?? "text-primary underline decoration-1 underline-offset-4 hover:decoration-2 pointer-coarse:py-2.5"
      }
    />
  );
}

/** A link that looks like a button. */
export function ButtonLink({
  variant,
  size,
  wide,
  className,
  ...rest
}: ComponentProps<typeof Link> & { variant?: ButtonVariant; size?: ButtonSize; wide?: boolean }) {
  return <Link prefetch={false} {...rest} className={clsx(buttonClass(variant, size, wide), className)} />;
}
