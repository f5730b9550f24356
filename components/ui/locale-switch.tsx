import clsx from "clsx";

export interface LocaleChoice {
  readonly locale: string;
  /** The language's own name of itself. */
  readonly label: string;
  /** The same place in that language. */
  readonly href: string;
}

/** The languages of a page whose address carries them; each named in itself. Full loads, as documents differ. */
export function LocaleSwitch({
  label,
  choices,
  current,
}: {
  label: string;
  choices: readonly LocaleChoice[];
  current: string;
}) {
  return (
    <nav aria-label={label}>
      <ul className="flex rounded-md border border-line bg-surface-raised p-0.5">
        {choices.map((choice) => (
          <li key={choice.locale}>
            <a
              href={choice.href}
              hrefLang={choice.locale}
              lang={choice.locale}
              aria-current={choice.locale === current ? "true" : undefined}
              className={clsx(
                "flex min-h-9 items-center rounded-sm px-3 text-sm transition-colors pointer-coarse:min-h-11",
                choice.locale === current
                  ? "bg-primary-tint font-semibold text-primary-tint-ink"
                  : "text-ink-muted hover:text-ink",
              )}
            >
              {choice.label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
