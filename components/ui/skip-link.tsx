/** The first stop of the keyboard: past the navigation, to the content. */
export function SkipLink({ label }: { label: string }) {
  return (
    <a
      href="#content"
      className="fixed top-2 left-2 z-30 rounded-md bg-primary px-4 py-2.5 font-medium text-primary-ink not-focus:sr-only"
    >
      {label}
    </a>
  );
}
