import clsx from "clsx";

/** Where one stands in a short way of steps (`current` counts from 0). A narrow screen names only the present one. */
export function Steps({ steps, current, label }: { steps: readonly string[]; current: number; label: string }) {
  return (
    <ol aria-label={label} className="flex gap-1.5">
      {steps.map((step, index) => (
        <li
          key={step}
          aria-current={index === current ? "step" : undefined}
          className={clsx("min-w-0", index === current ? "flex-[2] sm:flex-1" : "flex-1")}
        >
          <span
            aria-hidden="true"
            className={clsx(
              "block h-1 rounded-full",
              index < current ? "bg-primary" : index === current ? "bg-next" : "bg-line",
            )}
          />
          <span
            className={clsx(
              "mt-1.5 flex items-baseline gap-1.5 text-sm",
              index === current ? "font-semibold text-ink" : "text-ink-muted",
            )}
          >
            <span className="tabular-nums">{index + 1}</span>
            <span className={index === current ? undefined : "max-sm:sr-only"}>{step}</span>
          </span>
        </li>
      ))}
    </ol>
  );
}
