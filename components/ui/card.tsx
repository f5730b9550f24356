import clsx from "clsx";
import { type ComponentProps, type ReactNode, useId } from "react";

export function Card({ className, ...rest }: ComponentProps<"div">) {
  return (
    <div {...rest} className={clsx("rounded-lg border border-line bg-surface-raised p-4 shadow-raised", className)} />
  );
}

/** A part of a page with its heading and, at the heading's end, what can be done. */
export function Section({
  title,
  actions,
  level = 2,
  small = level === 3,
  className,
  children,
}: {
  title: ReactNode;
  actions?: ReactNode;
  /** Its place in the outline; the look is `small`'s. */
  level?: 2 | 3;
  small?: boolean;
  className?: string;
  children: ReactNode;
}) {
  const Heading = level === 2 ? "h2" : "h3";
  const id = useId();
  return (
    <section aria-labelledby={id} className={clsx("grid min-w-0 content-start gap-3", className)}>
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <Heading id={id} className={clsx("font-semibold", small ? "text-base" : "text-lg")}>
          {title}
        </Heading>
        {actions && <div className="flex flex-wrap items-center gap-2">{actions}</div>}
      </div>
      {children}
    </section>
  );
}
