/** The sign of the house: a celadon bowl that holds a pearl. It stands beside the name and says nothing of its own. */
export function Mark({ className = "size-8" }: { className?: string }) {
  return (
    <svg viewBox="0 0 32 32" aria-hidden="true" className={className}>
      <rect width="32" height="32" rx="9" className="fill-primary" />
      <path
        d="M6.5 14.5a9.5 9.5 0 0 0 19 0"
        fill="none"
        strokeWidth="3"
        strokeLinecap="round"
        className="stroke-primary-ink"
      />
      <circle cx="16" cy="12" r="4" className="fill-primary-ink" />
    </svg>
  );
}
