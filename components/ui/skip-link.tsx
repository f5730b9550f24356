/** The first stop of the keyboard: past the navigation, to the content. */
export function SkipLink({ label }: { label: string }) {
  return (
    <a
      href="#content"
      className="sr-only z-30 rounded-md bg-primary px-4 py-2.5 font-medium text-primary-ink focus:not-sr-only focus:fixed focus:top-2 focus:left-2"
    >
      {label}
    </a>
  );
}
