/** Recovery codes to be written down or printed. */
export function CodeList({ label, codes }: { label: string; codes: readonly string[] }) {
  return (
    <ul
      aria-label={label}
      className="grid grid-cols-2 gap-2 rounded-lg border border-line-strong bg-surface-raised p-4 font-mono"
    >
      {codes.map((code) => (
        <li key={code}>{code}</li>
      ))}
    </ul>
  );
}
